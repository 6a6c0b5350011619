package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.anchoring.verify.VerificationReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** An older state of the database is all that is left: the ledgers go on under new names, and no name ever signs two histories. */
@Requirement({"R16", "R64"})
class SuccessionTest {
    @TempDir
    Path home;

    private TestDatabase database;
    private TestDatabase older;
    private TestLedger before;
    private TestLedger after;

    @BeforeEach
    void loseTheEnd() {
        database = TestDatabase.create();
        before = new TestLedger(database, home).certified();
        append(before, "s", 3);
        before.checkpoints().checkpointAll();
        older = database.copy();
        append(before, "t", 4);
        before.checkpoints().checkpointAll();
        append(before, "u", 1);
        after = before.over(older);
    }

    @AfterEach
    void close() {
        after.close();
        before.close();
        older.close();
        database.close();
    }

    private static void append(TestLedger ledger, String stream, int count) {
        IntStream.range(0, count).forEach(i -> ledger.append("t", stream, TestLedger.data("" + i)));
    }

    private RollbackCheck check() {
        return new RollbackCheck(older.application(), after.signer().identity(), after.highWater());
    }

    private LossInspection inspection() {
        return new LossInspection(older.application(), after.signer().identity(), after.highWater());
    }

    private void declare(LedgerLoss loss) {
        after.append(
                loss.ledger(),
                LossEvent.stream(loss.ledger()),
                LossEvent.DECLARED,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ledger", loss.ledger())
                        .put("survived", Long.toString(loss.survived()))
                        .put("until", Long.toString(loss.until()))
                        .put("signedSize", Long.toString(loss.signedSize()))
                        .put("signedRoot", loss.signedRoot())
                        .put("successor", loss.ledger() + ".2"));
    }

    private void confirm(String ledger) {
        after.append(
                ledger,
                LossEvent.stream(ledger),
                LossEvent.CONFIRMED,
                JsonNodeFactory.instance.objectNode().put("successor", ledger + ".2"));
    }

    /** The loss is measured before the author is certified, which is an entry too. */
    private void recover(String... ledgers) {
        List<LedgerLoss> losses = Stream.of(ledgers).map(inspection()::measure).toList();
        after.certified();
        for (LedgerLoss loss : losses) {
            declare(loss);
            confirm(loss.ledger());
            inspection().settle(loss);
        }
    }

    @Test
    void what_is_lost_is_measured_by_what_was_signed_and_acknowledged() {
        String signed = before.checkpoints().latest("t").orElseThrow().root();

        assertThat(inspection().measure("t")).isEqualTo(new LedgerLoss("t", 3, 8, 7, signed));
        assertThatThrownBy(() -> check().require()).hasMessageContaining("recover-ledger t");
    }

    @Test
    void the_successor_signs_what_is_left_and_what_follows_and_the_old_name_stays_readable() {
        recover("platform", "t");

        assertThat(check().require()).isEqualTo(RollbackCheck.Result.CONSISTENT);
        SignedCheckpoint first = after.checkpoints().checkpoint("t");
        assertThat(first.origin()).isEqualTo("test.example/log/t.2");
        assertThat(first.size()).isEqualTo(5);
        assertThat(after.checkpoints().latest(new LogName("t", 1)))
                .hasValueSatisfying(
                        old -> assertThat(old.log() + " " + old.size()).isEqualTo("t 3"));
        append(after, "v", 300);
        after.checkpoints().checkpointAll();
        assertThat(after.checkpoints().latest("platform").orElseThrow().log()).isEqualTo("platform.2");
        VerificationReport report = after.verifier().verifyAll(ProgressListener.NONE);
        assertThat(report.failures()).isEmpty();
        assertThat(report.with(Outcome.NOT_CHECKED))
                .extracting(Finding::message)
                .anyMatch(message -> message.startsWith("entries 3 to 7 were lost; entry 3 declares it"));
    }

    @Test
    void one_persons_word_changes_nothing() {
        recover("platform");
        declare(inspection().measure("t"));

        assertThatThrownBy(() -> check().require()).hasMessageContaining("recover-ledger t");
        assertThatThrownBy(() -> after.checkpoints().checkpoint("t")).isInstanceOf(CheckpointRefusedException.class);
    }

    @Test
    void a_declaration_that_cites_another_checkpoint_than_was_signed_explains_nothing() {
        LedgerLoss loss = inspection().measure("t");
        declare(new LedgerLoss("t", loss.survived(), loss.until(), 6, loss.signedRoot()));
        confirm("t");

        assertThatThrownBy(() -> check().require()).hasMessageContaining("not the one that the declared loss cites");
    }
}
