package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection of the appender's thread; opened when needed, dropped when doubtful. */
final class OwnConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnConnection.class);
    private final DataSource dataSource;
    private @Nullable Connection open;

    OwnConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Connection get() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            open = connection;
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
            connection.rollback();
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
