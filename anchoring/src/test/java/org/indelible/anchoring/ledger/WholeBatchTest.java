package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is one statement: what is lost on the way is found out, and what cannot go in whole goes in without its losers. */
@Requirement({"R16", "R60"})
class WholeBatchTest {
    private static final long LOCK = 7597120008193925740L;
    private static final String WAITING = "select pid from pg_locks where locktype = 'advisory' and not granted";

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.create();
    private final AtomicReference<Connection> sender = new AtomicReference<>();
    private volatile boolean losesTheAnswer;
    private TestLedger ledger;
    private JdbcLedgerStore store;

    @BeforeEach
    void open() {
        ledger = new TestLedger(database, home);
        store = JdbcLedgerStore.open(lossy(database.application()), database.vault());
        store.append(AppendRequest.of(first("t", "s")));
    }

    @AfterEach
    void close() {
        store.close();
        ledger.certified().checkpoints().checkpointAll();
        assertThat(ledger.verifier().verifyAll(ProgressListener.NONE).failures())
                .isEmpty();
        ledger.close();
        database.close();
    }

    private NewEntry first(String name, String stream) {
        return ledger.entry(name, stream, 0, Optional.empty(), TestLedger.data(stream));
    }

    @Test
    void an_answer_that_got_lost_is_found_out_with_its_places() {
        losesTheAnswer = true;

        AppendReceipt receipt = store.append(new AppendRequest(List.of(first("u", "a"), first("t", "b"))));

        assertThat(losesTheAnswer).isFalse();
        assertThat(receipt.firstPosition()).isEqualTo(1);
        assertThat(receipt.entries())
                .extracting(AppendedEntry::ledger, AppendedEntry::leafIndex, AppendedEntry::position)
                .containsExactly(tuple("u", 0L, 1L), tuple("t", 1L, 2L));
    }

    @Test
    void a_statement_whose_session_is_ended_while_it_waits_is_made_again() throws Exception {
        CompletableFuture<AppendReceipt> receipt;
        try (Connection other = holdingTheLock()) {
            receipt = CompletableFuture.supplyAsync(() -> store.append(AppendRequest.of(first("t", "a"))));
            Sql.call(other, "select pg_terminate_backend(?, 5000)", waiting(other));
            other.rollback();
        }

        assertThat(receipt.join().firstPosition()).isEqualTo(1);
        assertThat(store.ledgerSize("t")).isEqualTo(2);
    }

    @Test
    void a_statement_that_its_sender_gave_up_does_not_come_after_the_answer() throws Exception {
        CompletableFuture<AppendReceipt> receipt;
        try (Connection other = holdingTheLock()) {
            receipt = CompletableFuture.supplyAsync(() -> store.append(AppendRequest.of(first("t", "a"))));
            int abandoned = waiting(other);
            Objects.requireNonNull(sender.get()).abort(Runnable::run);
            while (!isGone(other, abandoned)) {
                Thread.onSpinWait();
            }
            other.rollback();
        }

        assertThat(receipt.join().firstPosition()).isEqualTo(1);
        assertThat(store.ledgerSize("t")).isEqualTo(2);
    }

    @Test
    void only_the_loser_of_a_command_that_cannot_go_in_is_refused() {
        NewEntry stale = ledger.entry("t", "s", 1, Optional.of("A".repeat(43)), TestLedger.data("stale"));

        assertThatThrownBy(() -> store.append(AppendRequest.of(stale))).isInstanceOf(StreamConflictException.class);
        NewEntry again = first("t", "s");
        assertThatThrownBy(() -> store.append(AppendRequest.of(again))).isInstanceOf(StreamConflictException.class);

        assertThat(store.append(AppendRequest.of(first("t", "a"))).firstPosition())
                .isEqualTo(1);
    }

    private Connection holdingTheLock() throws SQLException {
        Connection other = database.superuser().getConnection();
        other.setAutoCommit(false);
        Sql.call(other, "select pg_advisory_xact_lock(?)", LOCK);
        return other;
    }

    private static int waiting(Connection other) throws SQLException {
        Optional<Integer> pid = Optional.empty();
        while (pid.isEmpty()) {
            pid = Sql.first(other, WAITING, row -> row.getInt(1));
        }
        return pid.get();
    }

    private static boolean isGone(Connection other, int pid) throws SQLException {
        // Within a transaction its view of the sessions would stay what it was.
        Sql.call(other, "select pg_stat_clear_snapshot()");
        return Sql.first(other, "select 1 from pg_stat_activity where pid = ?", row -> true, pid)
                .isEmpty();
    }

    private DataSource lossy(DataSource dataSource) {
        return proxy(DataSource.class, dataSource, (method, result) -> {
            if (!(result instanceof Connection connection)) {
                return result;
            }
            sender.set(connection);
            return proxy(
                    Connection.class,
                    connection,
                    (made, statement) -> statement instanceof PreparedStatement prepared
                            ? proxy(PreparedStatement.class, prepared, this::answer)
                            : statement);
        });
    }

    private Object answer(Method method, Object result) throws SQLException {
        if (losesTheAnswer && method.getName().equals("executeQuery")) {
            losesTheAnswer = false;
            Objects.requireNonNull(sender.get()).abort(Runnable::run);
            throw new SQLException("the answer got lost", "08006");
        }
        return result;
    }

    private interface Answer {
        Object of(Method method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return answer.of(method, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
