package org.indelible.anchoring.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: whoever's turn it is takes what is queued, and stores the winners of each batch in one transaction on the one connection
 * there is for it. That is a thread of the appender's own; a command that finds nobody at it is stored by its own thread, which saves it two
 * changes of thread. A command is answered once its batch is durable or known not to be stored.
 */
final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final AppenderSettings settings;
    private final AppendHook hook;
    private final AcknowledgedEntries acknowledged;
    private final AppendQueue queue;
    private final OwnConnection connection;
    private final Thread thread;
    private final ReentrantLock turn = new ReentrantLock();

    Appender(DataSource dataSource, AppenderSettings settings, AppendHook hook, AcknowledgedEntries acknowledged) {
        this.settings = settings;
        this.hook = hook;
        this.acknowledged = acknowledged;
        this.queue = new AppendQueue(settings.queueCapacity(), settings.queueWait());
        this.connection = new OwnConnection(dataSource);
        this.thread = Thread.ofPlatform().name("ledger-appender").daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    AppendReceipt append(PendingCommand command) {
        if (!storeHere(command)) {
            queue.put(command);
        }
        try {
            return command.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /** Where nobody waits, or is at it, on the command's own thread. Not on a virtual one: to interrupt that cuts the connection it uses. */
    private boolean storeHere(PendingCommand command) {
        Thread own = Thread.currentThread();
        boolean idle = queue.isEmpty() && !turn.hasQueuedThreads();
        if (own.isVirtual() || own.isInterrupted() || !idle || !turn.tryLock()) {
            return false;
        }
        try {
            // Once closed there is no connection any more: the queue says so.
            if (queue.isClosed()) {
                return false;
            }
            store(queue.with(command, settings.batchEntries()));
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void work() {
        try {
            for (Optional<PendingCommand> first = queue.first(); first.isPresent(); first = queue.first()) {
                turn.lock();
                try {
                    store(queue.with(first.get(), settings.batchEntries()));
                } finally {
                    turn.unlock();
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the appender was interrupted and stops");
        } finally {
            queue.close();
            queue.refuseRest();
            turn.lock();
            connection.close();
            turn.unlock();
        }
    }

    private void store(List<PendingCommand> batch) {
        try {
            storeOrFail(batch, true);
        } catch (RuntimeException e) {
            LOG.error("an append failed in a way that is not foreseen", e);
            connection.rollBack();
            connection.drop();
            batch.forEach(command -> command.answer().completeExceptionally(e));
        }
    }

    private void storeOrFail(List<PendingCommand> batch, boolean mayRetry) {
        GroupCommit commit = new GroupCommit(batch, settings.streamRule(), hook);
        try {
            commit.run(connection.get());
            commit.answer(acknowledged);
        } catch (SQLException e) {
            if (commit.outcomeUnknown()) {
                connection.abandon();
                settle(batch, commit, e, mayRetry);
                return;
            }
            connection.rollBack();
            recover(batch, commit, e, mayRetry);
        }
    }

    /** Nothing of the batch is stored. */
    private void recover(List<PendingCommand> batch, GroupCommit commit, SQLException e, boolean mayRetry) {
        if (mayRetry && DatabaseFailure.isConnectionLost(e)) {
            // An idle connection may have died unnoticed; a fresh one decides.
            connection.drop();
            storeOrFail(batch, false);
        } else if (batch.size() > 1 && DatabaseFailure.mayBeOneCommands(e)) {
            batch.forEach(command -> storeOrFail(List.of(command), mayRetry));
        } else {
            commit.fail(DatabaseFailure.translate(e));
        }
    }

    /** COMMIT was sent and its answer is lost: only the database knows. */
    private void settle(List<PendingCommand> batch, GroupCommit commit, SQLException lost, boolean mayRetry) {
        long deadline = System.nanoTime() + settings.reconnectFor().toNanos();
        SQLException last = lost;
        do {
            try {
                if (commit.isStored(connection.getAlone())) {
                    commit.answer(acknowledged);
                } else {
                    recover(batch, commit, lost, mayRetry);
                }
                return;
            } catch (SQLException e) {
                last = e;
                connection.drop();
            }
        } while (pause() && System.nanoTime() < deadline);
        commit.fail(new LedgerUnavailableException(
                LedgerUnavailableException.Reason.OUTCOME_UNKNOWN,
                "the connection was lost during COMMIT and has not come back: this command may or may not be stored. Look its entries up "
                        + "by jti before repeating it (" + last.getMessage() + ")",
                last));
    }

    private static boolean pause() {
        try {
            Thread.sleep(RETRY_PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Finishes what is queued. */
    @Override
    public void close() {
        queue.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
