package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many writers on two nodes, some of them after the same streams: what is stored is what a model says that applies the acknowledged
 * commands one after the other, and every command was either acknowledged or refused, never both.
 */
@Requirement({"R16", "R60"})
class ConcurrentAppendTest {
    private static final int WRITERS = 8;
    private static final int COMMANDS = 40;
    private static final int STREAMS = 5;

    @TempDir
    Path home;

    private record Acknowledged(AppendRequest request, AppendReceipt receipt) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void acknowledged_commands_are_stored_as_if_one_after_the_other(long seed) throws Exception {
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, home);
                JdbcLedgerStore secondNode = JdbcLedgerStore.open(database.application(), database.vault())) {
            Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
            Queue<LedgerException> refused = new ConcurrentLinkedQueue<>();
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                List<Future<?>> running = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    Random random = new Random(seed * 1000 + writer);
                    LedgerStore node = writer % 2 == 0 ? ledger.store() : secondNode;
                    running.add(writers.submit(() -> write(ledger, node, random, acknowledged, refused)));
                }
                for (Future<?> each : running) {
                    each.get();
                }
            }
            assertThat(acknowledged).hasSizeGreaterThan(COMMANDS);
            assertThat(refused).isNotEmpty().allMatch(StreamConflictException.class::isInstance);
            assertThat(acknowledged.size() + refused.size()).isEqualTo(WRITERS * COMMANDS);
            compare(ledger.store(), List.copyOf(acknowledged));
            ledger.certified().checkpoints().checkpointAll();
            assertThat(ledger.verifier().verifyAll(ProgressListener.NONE).failures())
                    .isEmpty();
        }
    }

    /** Each command looks at one or two streams and appends one to three entries to them, as a command handler would. */
    private static void write(
            TestLedger ledger,
            LedgerStore node,
            Random random,
            Queue<Acknowledged> acknowledged,
            Queue<LedgerException> refused) {
        for (int i = 0; i < COMMANDS; i++) {
            Map<String, NewEntry> last = new HashMap<>();
            List<NewEntry> entries = new ArrayList<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                int number = random.nextInt(STREAMS);
                String stream = "s" + number;
                NewEntry entry = next(ledger, node, "t" + number % 2, stream, Optional.ofNullable(last.get(stream)));
                last.put(stream, entry);
                entries.add(entry);
            }
            try {
                AppendRequest request = new AppendRequest(entries);
                acknowledged.add(new Acknowledged(request, node.append(request)));
            } catch (LedgerException e) {
                refused.add(e);
            }
        }
    }

    private static NewEntry next(
            TestLedger ledger, LedgerStore node, String name, String stream, Optional<NewEntry> before) {
        if (before.isPresent()) {
            return ledger.entry(
                    name,
                    stream,
                    before.get().claims().seq() + 1,
                    Optional.of(before.get().sealed().entryHash()),
                    TestLedger.data("x"));
        }
        long last = node.lastSequence(stream).orElse(-1);
        Optional<String> prev = last < 0
                ? Optional.empty()
                : node.readStream(stream, last).findFirst().map(StoredEntry::entryHash);
        return ledger.entry(name, stream, last + 1, prev, TestLedger.data("x"));
    }

    private static void compare(LedgerStore store, List<Acknowledged> acknowledged) {
        Map<Long, String> model = new HashMap<>();
        for (Acknowledged command : acknowledged) {
            for (int i = 0; i < command.request().entries().size(); i++) {
                AppendedEntry place = command.receipt().entries().get(i);
                assertThat(place.position()).isEqualTo(command.receipt().firstPosition() + i);
                String compact = command.request().entries().get(i).sealed().compact();
                assertThat(model.put(place.position(), compact)).isNull();
            }
        }
        List<StoredEntry> stored = store.readFromPosition(0, Integer.MAX_VALUE);
        assertThat(stored).hasSameSizeAs(model.keySet());
        Map<String, Long> sizes = new HashMap<>();
        Map<String, Long> sequences = new HashMap<>();
        for (StoredEntry entry : stored) {
            assertThat(entry.sealed().compact()).isEqualTo(model.get(entry.position()));
            assertThat(entry.leafIndex()).isEqualTo(sizes.merge(entry.ledger(), 1L, Long::sum) - 1);
            assertThat(entry.seq()).isEqualTo(sequences.merge(entry.stream(), 1L, Long::sum) - 1);
        }
        assertThat(stored.stream().map(StoredEntry::position).collect(Collectors.toList()))
                .isEqualTo(IntStream.range(0, stored.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }
}
