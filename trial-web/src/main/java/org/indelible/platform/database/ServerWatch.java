package org.indelible.platform.database;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether the embedded PostgreSQL still runs. One that was killed, or gave up over a full disk, is started again over its
 * data, until it comes up: the application waits for it meanwhile, as it would for an external server.
 */
final class ServerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final int PAUSE_SECONDS = 1;

    /** The server, as far as the watch is concerned. */
    interface Watched {
        boolean isRunning();

        /** Starts it where it was. */
        void startAgain();
    }

    private final Watched server;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("postgresql-watch").daemon().factory());

    ServerWatch(Watched server) {
        this.server = server;
    }

    ServerWatch started() {
        clockwork.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    void look() {
        try {
            if (!server.isRunning()) {
                LOG.error("The embedded PostgreSQL has ended without being told to; it is started again.");
                server.startAgain();
            }
        } catch (RuntimeException e) {
            LOG.error("The embedded PostgreSQL does not start again; tried again in a moment. {}", e.getMessage());
        }
    }

    /** Waits for a start under way: nothing may start the server once it is told to stop. */
    @Override
    public void close() {
        clockwork.shutdown();
        try {
            clockwork.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
