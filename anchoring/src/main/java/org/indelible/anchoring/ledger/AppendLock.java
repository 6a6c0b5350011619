package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.indelible.anchoring.jdbc.Sql;

/** The lock by which the appenders of all nodes, and erasure, take turns. It ends with the transaction, whatever ends that. */
final class AppendLock {
    /** "indelibl" as a big-endian number; V1__ledger.sql has it too. */
    private static final long KEY = 7597120008193925740L;

    private AppendLock() {}

    static void take(Connection connection) throws SQLException {
        Sql.call(connection, "select pg_advisory_xact_lock(?)", KEY);
    }
}
