package org.indelible.readmodel.projection;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Follows the log and keeps the read models up to date, on one node at a time. An event that cannot be projected stops it, is told to
 * the log, and is tried again; nothing is skipped.
 */
public final class ReadModelProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelProcessor.class);
    private static final String NAME = "read-models";
    private static final int BATCH = 500;

    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService executor;

    public ReadModelProcessor(
            StreamableMessageSource<TrackedEventMessage<?>> events,
            Projections projections,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ProjectionProgress progress,
            DerivedRows derived) {
        this.executor = new ScheduledThreadPoolExecutor(
                2, Thread.ofPlatform().name(NAME + "-", 0).daemon().factory());
        ProjectionInvoker invoker = new ProjectionInvoker(projections, dataSource, progress, derived);
        this.processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .messageSource(events)
                .eventHandlerInvoker(invoker)
                .tokenStore(tokenStore(dataSource))
                .transactionManager(new SpringTransactionManager(transactions))
                .errorHandler(context -> {
                    failed(context.error());
                    PropagatingErrorHandler.instance().handleError(context);
                })
                .coordinatorExecutor(executor)
                .workerExecutor(executor)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .build();
    }

    private static JdbcTokenStore tokenStore(DataSource dataSource) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(Jackson3Serializer.builder().build())
                .schema(TokenSchema.builder()
                        .setTokenTable("read.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("timestamp")
                        .setOwnerColumn("owner")
                        .build())
                .contentType(byte[].class)
                .build();
    }

    public void start() {
        processor.start();
    }

    /** Finishes the batch under way. It can be started again. */
    public void stop() {
        processor.shutDown();
    }

    /** Stops for good. */
    public void close() {
        stop();
        executor.shutdown();
    }

    /** Why it has stopped following the log; empty while it does. */
    public Optional<Throwable> failure() {
        return processor.processingStatus().values().stream()
                .filter(status -> status.isErrorState())
                .findAny()
                .map(status -> status.getError());
    }

    private static void failed(Throwable error) {
        LOG.error("The read models have stopped: an event cannot be projected. It will be tried again.", error);
    }
}
