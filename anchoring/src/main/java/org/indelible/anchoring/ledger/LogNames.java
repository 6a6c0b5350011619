package org.indelible.anchoring.ledger;

import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;

/** Under which name each ledger of a database signs now, with which keys, and what was signed last. */
public final class LogNames {
    private final Database database;

    public LogNames(DataSource dataSource) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
    }

    /** @param identity the installation, with the key that is said to sign now */
    public LogKeys keys(String ledger, LogIdentity identity) {
        return database.withConnection(connection -> LogKeys.read(connection, ledger, identity));
    }

    /** The latest checkpoint note of a ledger as it is stored; nothing is made sure of. */
    public Optional<String> lastNote(String ledger) {
        return database.first(
                "select note from ledger.checkpoint where ledger = ? order by size desc limit 1",
                row -> row.getString(1),
                ledger);
    }

    public LogName current(String ledger) {
        return database.withConnection(connection -> Lineage.read(connection, ledger))
                .current();
    }
}
