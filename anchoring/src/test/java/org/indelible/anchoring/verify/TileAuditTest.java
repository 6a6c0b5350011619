package org.indelible.anchoring.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.tlog.TilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("R05")
class TileAuditTest {
    @Test
    void aTileRecordedWithACheckpointAfterThePassBeganIsNoFinding(@TempDir Path home) {
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, home)) {
            for (int i = 0; i < TilePath.FULL_WIDTH; i++) {
                ledger.append("t", "s", TestLedger.data("value " + i));
            }
            ledger.checkpoints().checkpoint("t");

            assertThat(failed(database)).isFalse();
            database.tamper("insert into ledger.tile select ledger, level, 1, hashes, root from ledger.tile");
            assertThat(failed(database)).isTrue();
        }
    }

    private static boolean failed(TestDatabase database) {
        Findings findings = new Findings("t");
        long coveredWhenThePassBegan = 0;
        new TileAudit(new Database(database.application(), IllegalStateException::new), "t", findings)
                .run(coveredWhenThePassBegan);
        return findings.hasFailed(Check.TILE);
    }
}
