package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection of the appender's thread; opened when needed, dropped when doubtful. */
final class OwnConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnConnection.class);
    private static final long END_MILLIS = 5000;

    private final DataSource dataSource;
    private @Nullable Connection open;
    private @Nullable Session session;
    private @Nullable Session abandoned;

    /** The server's side of a connection; its start tells it from a later one that was given the same number. */
    private record Session(int pid, String start) {
        static Session of(Connection connection) throws SQLException {
            return Sql.first(
                            connection,
                            "select pid, backend_start::text from pg_stat_activity where pid = pg_backend_pid()",
                            row -> new Session(row.getInt(1), row.getString(2)))
                    .orElseThrow(() -> new SQLException("the session does not find itself", "08003"));
        }

        void end(Connection other) throws SQLException {
            boolean stays = Sql.list(other, """
                            select pg_terminate_backend(pid, ?) from pg_stat_activity
                            where pid = ? and backend_start = ?::timestamptz and pid <> pg_backend_pid()
                            """, row -> row.getBoolean(1), END_MILLIS, pid, start)
                    .contains(false);
            if (stays) {
                throw new SQLException("session " + pid + " does not end", "08007");
            }
        }
    }

    OwnConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Connection get() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
            session = Session.of(connection);
            open = connection;
        }
        return connection;
    }

    /** Drops the connection in the middle of something that the server may still be at. */
    void abandon() {
        abandoned = session;
        drop();
    }

    /** A connection once nothing comes any more of what was abandoned: a statement may be on its way although its sender gave up. */
    Connection getAlone() throws SQLException {
        Connection connection = get();
        Session before = abandoned;
        if (before != null) {
            before.end(connection);
            abandoned = null;
        }
        return connection;
    }

    /** Ends the transaction without a trace; a connection that cannot even do that is dropped. */
    void rollBack() {
        Connection connection = open;
        if (connection == null) {
            return;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.warn("the appender drops its connection: {}", e.getMessage());
            drop();
        }
    }

    void drop() {
        Connection connection = open;
        open = null;
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a doubtful connection did not close", e);
        }
    }

    @Override
    public void close() {
        rollBack();
        drop();
    }
}
