package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The appender loses its connection, its disk or its answer between any two steps: nothing half-done, and a true answer. */
@Requirement({"R16", "R60"})
class AppendFaultTest {
    @TempDir
    Path home;

    private volatile AppendHook hook = AppendHook.NONE;
    private TestDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        open(AppenderSettings.DEFAULT.withReconnectFor(Duration.ofSeconds(3)));
    }

    private void open(AppenderSettings settings) {
        ledger = new TestLedger(database, home, settings, (step, connection) -> hook.after(step, connection));
        ledger.append("t", "s", TestLedger.data("0"));
    }

    @AfterEach
    void close() {
        hook = AppendHook.NONE;
        ledger.certified().checkpoints().checkpointAll();
        assertThat(ledger.verifier().verifyAll(ProgressListener.NONE).failures())
                .isEmpty();
        ledger.close();
        database.close();
    }

    private NewEntry second() {
        String prev = ledger.store().entry("t", 0).orElseThrow().entryHash();
        return ledger.entry("t", "s", 1, Optional.of(prev), TestLedger.data("1"));
    }

    private void killBackend(Connection connection) throws SQLException {
        int pid = Sql.first(connection, "select pg_backend_pid()", row -> row.getInt(1))
                .orElseThrow();
        connection.commit();
        database.execute("select pg_terminate_backend(" + pid + ", 5000)");
    }

    /** Asks for its own number without ending the transaction. */
    private void killWithin(Connection connection) throws SQLException {
        int pid = Sql.first(connection, "select pg_backend_pid()", row -> row.getInt(1))
                .orElseThrow();
        database.execute("select pg_terminate_backend(" + pid + ", 5000)");
    }

    @ParameterizedTest
    @EnumSource(value = AppendStep.class, names = "COMMITTED", mode = EnumSource.Mode.EXCLUDE)
    void a_connection_cut_once_before_the_commit_is_made_again(AppendStep step) {
        failOnce(step, this::killWithin);

        ledger.store().append(AppendRequest.of(second()));

        assertThat(ledger.store().ledgerSize("t")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = AppendStep.class, names = "COMMITTED", mode = EnumSource.Mode.EXCLUDE)
    void a_connection_cut_again_and_again_stores_nothing_and_says_so(AppendStep step) {
        NewEntry entry = second();
        hook = (at, connection) -> {
            if (at == step) {
                killWithin(connection);
            }
        };

        assertUnavailable(entry, LedgerUnavailableException.Reason.CONNECTION_LOST);

        hook = AppendHook.NONE;
        assertThat(ledger.store().ledgerSize("t")).isEqualTo(1);
        ledger.store().append(AppendRequest.of(entry));
    }

    @Test
    void an_answer_to_commit_that_got_lost_is_found_out() {
        NewEntry entry = second();
        failOnce(AppendStep.COMMITTED, connection -> {
            killBackend(connection);
            throw new SQLException("the answer got lost", "08006");
        });

        AppendReceipt receipt = ledger.store().append(AppendRequest.of(entry));

        assertThat(receipt.firstPosition()).isEqualTo(1);
        assertThat(ledger.store().entryByJti(entry.claims().jti())).isPresent();
    }

    @Test
    void a_commit_that_failed_unheard_is_found_out() {
        NewEntry entry = second();
        failOnce(AppendStep.HEADS_MOVED, connection -> {
            // COMMIT itself then meets a dead connection; the server rolled back.
            killWithin(connection);
        });
        ledger.store().append(AppendRequest.of(entry));

        assertThat(ledger.store().lastSequence("s")).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(value = AppendStep.class, names = "COMMITTED", mode = EnumSource.Mode.EXCLUDE)
    void a_full_disk_stores_nothing_and_says_so(AppendStep step) {
        NewEntry entry = second();
        failOnce(step, connection -> {
            throw new SQLException("could not extend file: No space left on device", "53100");
        });

        assertUnavailable(entry, LedgerUnavailableException.Reason.DISK_FULL);

        assertThat(ledger.store().ledgerSize("t")).isEqualTo(1);
        ledger.store().append(AppendRequest.of(entry));
    }

    @Test
    void a_full_queue_refuses_at_once_and_loses_nothing_it_took() throws Exception {
        ledger.certified().close();
        hook = AppendHook.NONE;
        ledger = new TestLedger(
                database,
                home,
                AppenderSettings.DEFAULT.withQueue(2, Duration.ofMillis(10)),
                (step, connection) -> hook.after(step, connection));
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        failOnce(AppendStep.BEGUN, connection -> {
            busy.countDown();
            try {
                resume.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        });
        CompletableFuture<AppendReceipt> first = appendLater(0);
        busy.await();
        List<CompletableFuture<AppendReceipt>> more =
                IntStream.range(1, 6).mapToObj(this::appendLater).toList();
        // Two places in the queue: three of the five are refused while the appender is busy.
        CompletableFuture.anyOf(more.toArray(CompletableFuture[]::new))
                .handle((done, refusal) -> refusal)
                .join();
        resume.countDown();

        assertThat(first.join().entries()).hasSize(1);
        List<Optional<Throwable>> outcomes = more.stream()
                .map(answer -> answer.handle((receipt, refusal) -> Optional.ofNullable(refusal)))
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).contains(Optional.empty());
        assertThat(outcomes.stream().flatMap(Optional::stream).map(Throwable::getCause))
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                AppendRejectedException.class,
                                e -> assertThat(e.reason()).isEqualTo(AppendRejectedException.Reason.QUEUE_FULL)));
        long acknowledged = outcomes.stream().filter(Optional::isEmpty).count();
        assertThat(ledger.store().ledgerSize("t")).isEqualTo(2 + acknowledged);
    }

    private CompletableFuture<AppendReceipt> appendLater(int i) {
        NewEntry entry = ledger.entry("t", "new" + i, 0, Optional.empty(), TestLedger.data("" + i));
        return CompletableFuture.supplyAsync(
                () -> ledger.store().append(AppendRequest.of(entry)),
                task -> Thread.ofVirtual().start(task));
    }

    @Test
    void the_heads_refuse_a_second_appender_that_did_not_take_its_turn() throws SQLException {
        try (Connection intruder = database.application().getConnection()) {
            assertThatThrownBy(
                            () -> Sql.call(
                                    intruder,
                                    "select ledger.advance(0, 1, array['t'], array[0::bigint], array[1::bigint], array[now()])"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no longer at position");
        }
    }

    private interface Fault {
        void strike(Connection connection) throws SQLException;
    }

    private void failOnce(AppendStep step, Fault fault) {
        hook = (at, connection) -> {
            if (at == step) {
                hook = AppendHook.NONE;
                fault.strike(connection);
            }
        };
    }

    private void assertUnavailable(NewEntry entry, LedgerUnavailableException.Reason reason) {
        assertThatThrownBy(() -> ledger.store().append(AppendRequest.of(entry)))
                .isInstanceOfSatisfying(
                        LedgerUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
