package org.indelible.anchoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** One unit of work on a connection. */
final class Transactions {
    private Transactions() {}

    static <T> T run(Connection connection, Database.Work<T> work) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.run(connection);
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
