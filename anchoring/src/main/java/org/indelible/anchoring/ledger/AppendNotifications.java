package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on {@link LedgerStore#CHANNEL} with a connection of its own and says so whenever something was appended, by whichever node. After
 * a lost connection it says so once, for what it may have missed.
 */
public final class AppendNotifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppendNotifications.class);
    private static final int LISTEN_MILLIS = 500;
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Runnable appended;
    private final Thread thread;
    private volatile boolean closed;

    private AppendNotifications(DataSource dataSource, Runnable appended) {
        this.dataSource = dataSource;
        this.appended = appended;
        this.thread = Thread.ofPlatform().name("append-notifications").daemon().unstarted(this::work);
    }

    /** @param appended called on one thread; must return soon and throw nothing */
    public static AppendNotifications listen(DataSource dataSource, Runnable appended) {
        AppendNotifications notifications = new AppendNotifications(dataSource, appended);
        notifications.thread.start();
        return notifications;
    }

    private void work() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + LedgerStore.CHANNEL);
                appended.run();
                follow(connection.unwrap(PGConnection.class));
                statement.execute("unlisten " + LedgerStore.CHANNEL);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("Appends of other nodes are not announced for the moment: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void follow(PGConnection connection) throws SQLException {
        while (!closed) {
            if (connection.getNotifications(LISTEN_MILLIS).length > 0) {
                appended.run();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
