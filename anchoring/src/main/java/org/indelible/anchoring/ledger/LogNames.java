package org.indelible.anchoring.ledger;

import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;

/** Under which name each ledger of a database signs now. */
public final class LogNames {
    private final Database database;

    public LogNames(DataSource dataSource) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
    }

    public LogName current(String ledger) {
        return database.withConnection(connection -> Lineage.read(connection, ledger))
                .current();
    }
}
