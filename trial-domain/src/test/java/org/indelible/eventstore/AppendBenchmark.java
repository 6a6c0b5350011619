package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands a second through the command bus, each durable before it returns, against Axon's {@code JdbcEventStorageEngine} on the same PostgreSQL. The two take turns,
 * so that what else the machine does meets both; printed is the ratio of the medians. {@code -Dindelible.bench.seconds} sets how long a turn is.
 */
@Requirement("R60")
class AppendBenchmark {
    private static final int TURNS = 5;
    private static final Duration TURN = Duration.ofSeconds(Long.getLong("indelible.bench.seconds", 4));

    private final TestDatabase database = TestDatabase.create();
    private final Node node = new Node(database, Measurement.class, Measurement.TakenHere.class);
    private final HikariDataSource pool = pool();
    private final Configuration axon = onAxonsStore();
    private final AtomicInteger ordinals = new AtomicInteger();

    @AfterEach
    void close() {
        axon.shutdown();
        pool.close();
        node.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 8, 1})
    void againstAxonsStore(int writers) throws Exception {
        Consumer<Measurement.Take> ledger = node::send;
        Consumer<Measurement.Take> plain = axon.commandGateway()::sendAndWait;
        turn(ledger, writers);
        turn(plain, writers);
        List<Turn> onLedger = new ArrayList<>();
        List<Turn> onAxon = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            onAxon.add(turn(plain, writers));
            onLedger.add(turn(ledger, writers));
        }

        System.out.printf(
                "append, %d writers: ledger %.0f/s (median wait %.1f ms), Axon's JDBC store %.0f/s (%.1f ms), ratio %.2f%n",
                writers, rate(onLedger), wait(onLedger), rate(onAxon), wait(onAxon), rate(onLedger) / rate(onAxon));
        assertThat(node.ledger.ledgerSize(Node.TRIAL)).isPositive();
    }

    /** @param waits of each command, in nanoseconds */
    private record Turn(double seconds, long[] waits) {}

    private static double rate(List<Turn> turns) {
        double[] rates = turns.stream()
                .mapToDouble(turn -> turn.waits.length / turn.seconds)
                .sorted()
                .toArray();
        return rates[rates.length / 2];
    }

    private static double wait(List<Turn> turns) {
        long[] waits = turns.stream()
                .flatMapToLong(turn -> Arrays.stream(turn.waits))
                .sorted()
                .toArray();
        return waits[waits.length / 2] / 1e6;
    }

    private Turn turn(Consumer<Measurement.Take> store, int writers) throws Exception {
        long began = System.nanoTime();
        long end = began + TURN.toNanos();
        List<Future<List<Long>>> all = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < writers; i++) {
                all.add(executor.submit(() -> write(store, end)));
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        List<Long> waits = new ArrayList<>();
        for (Future<List<Long>> one : all) {
            waits.addAll(one.get());
        }
        return new Turn(seconds, waits.stream().mapToLong(Long::longValue).toArray());
    }

    private List<Long> write(Consumer<Measurement.Take> store, long end) {
        List<Long> waits = new ArrayList<>();
        while (System.nanoTime() < end) {
            int ordinal = ordinals.incrementAndGet();
            long before = System.nanoTime();
            store.accept(new Measurement.Take(Node.diary("p" + ordinal), ordinal));
            waits.add(System.nanoTime() - before);
        }
        return waits;
    }

    /** A connection for each writer: the store that is compared with never waits for one. */
    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.superuser());
        config.setMaximumPoolSize(64);
        return new HikariDataSource(config);
    }

    private Configuration onAxonsStore() {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(new DataSourceConnectionProvider(pool))
                .transactionManager(NoTransactionManager.instance())
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        Configuration configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(ignored -> serializer)
                .configureEventStore(ignored ->
                        EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Measurement.OnAxonsStore.class))
                .buildConfiguration();
        configuration.start();
        return configuration;
    }
}
