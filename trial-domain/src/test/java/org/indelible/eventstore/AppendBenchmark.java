package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
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

    private static final int WARM = Integer.getInteger("indelible.bench.warm", 5000);

    @TempDir
    private static Path home;

    private final TestDatabase database = TestDatabase.create();
    private final Node node = new Node(database, home, Measurement.class, Measurement.TakenHere.class);
    private final HikariDataSource pool = pool();
    private final Configuration axon = onAxonsStore();
    private final ProcessHandle postmaster = postmaster();
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
        // Until the compiler is through with both, so many commands each, the same for a slow machine.
        warm(plain, writers);
        warm(ledger, writers);
        List<Turn> onLedger = new ArrayList<>();
        List<Turn> onAxon = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            onAxon.add(turn(plain, writers));
            onLedger.add(turn(ledger, writers));
        }

        System.out.printf(
                "append, %d writers: ledger %.0f/s (median wait %.1f ms, processors %.2f ms each), Axon's JDBC store %.0f/s (%.1f ms, %.2f ms), "
                        + "ratio %.2f; load average %.0f%n",
                writers,
                rate(onLedger),
                wait(onLedger),
                processors(onLedger),
                rate(onAxon),
                wait(onAxon),
                processors(onAxon),
                rate(onLedger) / rate(onAxon),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(node.ledger.ledgerSize(Node.TRIAL)).isPositive();
    }

    /**
     * @param processors time of all processors, by this process and by PostgreSQL, in nanoseconds
     * @param waits of each command, in nanoseconds
     */
    private record Turn(double seconds, long processors, long[] waits) {}

    /** Milliseconds for each command. */
    private static double processors(List<Turn> turns) {
        return turns.stream().mapToLong(Turn::processors).sum()
                / 1e6
                / turns.stream().mapToLong(turn -> turn.waits.length).sum();
    }

    private long processors() {
        return Stream.concat(Stream.of(ProcessHandle.current()), postmaster.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private void warm(Consumer<Measurement.Take> store, int writers) throws Exception {
        for (int done = 0; done < WARM; ) {
            done += turn(store, writers).waits.length;
        }
    }

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
        long processors = processors();
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
        return new Turn(
                seconds,
                processors() - processors,
                waits.stream().mapToLong(Long::longValue).toArray());
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

    private ProcessHandle postmaster() {
        try (Connection connection = database.superuser().getConnection()) {
            long backend = Sql.first(connection, "select pg_backend_pid()", row -> row.getLong(1))
                    .orElseThrow();
            return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection for each writer: the store that is compared with never waits for one. */
    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
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
