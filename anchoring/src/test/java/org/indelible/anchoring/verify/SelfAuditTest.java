package org.indelible.anchoring.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("R18")
class SelfAuditTest {
    @Test
    void a_pass_is_on_record_with_what_it_found(@TempDir Path home) {
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, home).certified()) {
            ledger.append("t", "s", TestLedger.data("1"));
            ledger.append("t", "s", TestLedger.data("2"));
            ledger.checkpoints().checkpointAll();
            List<VerificationReport> alarms = new ArrayList<>();
            List<Finding> added = new ArrayList<>();
            try (SelfAudit audit = new SelfAudit(
                    ledger.verifier(),
                    ledger.store(),
                    List.of(() -> List.copyOf(added)),
                    database.application(),
                    alarms::add,
                    Clock.systemUTC())) {
                assertThat(audit.lastPass()).isEmpty();
                assertThat(audit.due(Duration.ofHours(6))).isTrue();

                AuditPass good = audit.pass(1_000_000);
                assertThat(good.outcome()).isEqualTo(Outcome.PASSED);
                assertThat(good.entries()).isEqualTo(4);
                assertThat(alarms).isEmpty();
                assertThat(audit.lastPass().map(AuditPass::ledgers)).contains(good.ledgers());
                assertThat(good.ledgers()).containsEntry("t", 2L).hasSize(2);
                assertThat(audit.due(Duration.ofHours(6))).isFalse();
                assertThat(audit.due(Duration.ZERO)).isTrue();
                ledger.append("t", "s", TestLedger.data("3"));
                assertThat(audit.due(Duration.ofHours(6)))
                        .as("a third of the ledger has not been read by any pass")
                        .isTrue();

                database.tamper(
                        "update ledger.entry set leaf_hash = sha256('x') where ledger = 't' and leaf_index = 1");
                added.add(Finding.about(Outcome.FAILED, Check.ADDED, "t", "row 7", "a read-model row differs"));
                audit.pass(1_000_000);

                assertThat(alarms).hasSize(1);
                assertThat(audit.lastPass()).hasValueSatisfying(pass -> {
                    assertThat(pass.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(pass.failures())
                            .anyMatch(line -> line.contains("entry 1"))
                            .anyMatch(line -> line.contains("row 7"));
                });
            }
        }
    }
}
