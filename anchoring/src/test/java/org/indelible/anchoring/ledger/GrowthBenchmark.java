package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.testing.MeasuredEvents;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The append rate of eight writers at 50,000 entries and at {@code -Dindelible.bench.entries}, in turns on two databases of one server; disk
 * and heap per entry. Every entry is sealed and appended through the store.
 */
@Requirement("R60")
class GrowthBenchmark {
    private static final int FEW = 50_000;
    private static final int MANY = Integer.getInteger("indelible.bench.entries", 200_000);
    private static final int WRITERS = 8;
    private static final int TURNS = 5;
    private static final long TURN = TimeUnit.SECONDS.toNanos(Long.getLong("indelible.bench.seconds", 4));

    @TempDir
    Path home;

    @Test
    void theRateHoldsAsTheLedgerGrows() throws Exception {
        try (TestDatabase small = TestDatabase.create();
                TestDatabase large = TestDatabase.create();
                TestLedger few = new TestLedger(small, home.resolve("few"));
                TestLedger many = new TestLedger(large, home.resolve("many"))) {
            new MeasuredEvents(few).fill("s", 0, FEW);
            long began = System.nanoTime();
            new MeasuredEvents(many).fill("s", 0, MANY);
            double filling = (System.nanoTime() - began) / 1e9;
            long heap = heap();
            long disk = disk(large);
            List<Double> atFew = new ArrayList<>();
            List<Double> atMany = new ArrayList<>();
            turn(few);
            turn(many);
            for (int i = 0; i < TURNS; i++) {
                atFew.add(turn(few));
                atMany.add(turn(many));
            }
            System.out.printf(
                    "append, 8 writers at the store: %,.0f/s at %,d entries, %,.0f/s at %,d, ratio %.2f; in bulk %,.0f/s; "
                            + "%,d bytes of disk an entry with indexes; heap in use after filling %,d MB%n",
                    median(atFew),
                    FEW,
                    median(atMany),
                    MANY,
                    median(atMany) / median(atFew),
                    MANY / filling,
                    disk / MANY,
                    heap >> 20);
            assertThat(many.store().ledgerSize(MeasuredEvents.LEDGER)).isGreaterThan(MANY);
        }
    }

    private static double turn(TestLedger ledger) throws Exception {
        MeasuredEvents events = new MeasuredEvents(ledger);
        AtomicLong done = new AtomicLong();
        long began = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                running.add(writers.submit(() -> {
                    for (int n = 0; System.nanoTime() - began < TURN; n++) {
                        ledger.store().append(AppendRequest.of(events.entry("w" + UUID.randomUUID(), n)));
                        done.incrementAndGet();
                    }
                }));
            }
        }
        for (Future<?> each : running) {
            each.get();
        }
        return done.get() / ((System.nanoTime() - began) / 1e9);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long disk(TestDatabase database) throws SQLException {
        try (Connection connection = database.superuser().getConnection()) {
            return Sql.first(
                            connection,
                            "select sum(pg_total_relation_size(c.oid)) from pg_class c where c.relkind = 'r'"
                                    + " and c.relnamespace in ('ledger'::regnamespace, 'vault'::regnamespace)",
                            row -> row.getLong(1))
                    .orElseThrow();
        }
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
