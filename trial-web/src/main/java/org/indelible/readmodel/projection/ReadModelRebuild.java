package org.indelible.readmodel.projection;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops every read model and makes it again from the log. */
public final class ReadModelRebuild {
    private static final Duration STEP = Duration.ofMillis(500);

    private final ReadModelProcessor processor;
    private final ProjectionProgress progress;
    private final LongSupplier head;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** @param head last position of the log, -1 where it is empty */
    public ReadModelRebuild(
            ReadModelProcessor processor,
            ProjectionProgress progress,
            LongSupplier head,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.processor = processor;
        this.progress = progress;
        this.head = head;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Told how many of how many entries have been projected. */
    @FunctionalInterface
    public interface Listener {
        void rebuilt(long done, long total);
    }

    /**
     * Returns once the read models have reached the end the log had at the start.
     *
     * @throws ProjectionException where an event cannot be projected
     */
    public void rebuild(Listener listener) {
        processor.stop();
        transaction.executeWithoutResult(status -> empty());
        progress.reached(-1);
        long target = head.getAsLong();
        processor.start();
        while (!progress.await(target, STEP)) {
            listener.rebuilt(progress.position() + 1, target + 1);
            processor.failure().ifPresent(cause -> {
                throw new ProjectionException("the rebuild stopped at position " + progress.position(), cause);
            });
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
        listener.rebuilt(target + 1, target + 1);
    }

    /** One transaction with the tracking token: whatever happens then, the next start projects what is missing. */
    private void empty() {
        String tables = jdbc.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname = 'read' and tablename not in ('flyway_schema_history', 'progress')
                        """).query(String.class).stream().collect(Collectors.joining(", "));
        jdbc.sql("truncate " + tables).update();
        jdbc.sql("update read.progress set position = -1").update();
    }
}
