package org.indelible.anchoring.attest;

import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.ledger.CheckpointEvent;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.Lineage;

/** Where in {@code platform} the checkpoints of trials stand: whoever vouches for enough of {@code platform} vouches for them. */
public final class Announcements {
    private final Database database;

    public Announcements(DataSource dataSource) {
        this.database = new Database(dataSource, AttestationStoreException::new);
    }

    /** How many entries of {@code platform} it takes to hold this checkpoint; empty where it is not there yet. */
    public Optional<Long> platformEntries(String ledger, long size) {
        String log = database.withConnection(
                connection -> Lineage.read(connection, ledger).at(size).toString());
        return database.first(
                "select leaf_index + 1 from ledger.entry where ledger = ? and jti = ?",
                row -> row.getLong(1),
                LedgerStore.PLATFORM,
                CheckpointEvent.jti(log, size));
    }
}
