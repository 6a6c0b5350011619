package org.indelible.platform.log;

import javax.sql.DataSource;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.CheckpointRefusedException;
import org.indelible.anchoring.ledger.Erasure;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.RollbackCheck;
import org.indelible.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to hold before anything is served: the database is not behind what was ever signed, and what was erased stays erased after a restore. */
final class StartChecks {
    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);

    /** @param evenIfWrong whether the start is for a verification or a recovery, which have to run above all where something is wrong */
    StartChecks(
            DataSource dataSource, KeyVault vault, LogIdentity identity, HighWaterFile highWater, boolean evenIfWrong) {
        try {
            if (new RollbackCheck(dataSource, identity, highWater).require() == RollbackCheck.Result.NOT_CHECKED) {
                LOG.warn("There is no high-water file yet: whether the database was rolled back cannot be checked.");
            }
        } catch (CheckpointRefusedException rolledBack) {
            if (evenIfWrong) {
                LOG.error("{}", rolledBack.getMessage());
                return;
            }
            throw new StartRefused(
                    String.valueOf(rolledBack.getMessage()),
                    "Nothing was changed. The message says which ledger it is and what to restore.",
                    rolledBack);
        }
        new Erasure(dataSource, vault).reapply();
    }
}
