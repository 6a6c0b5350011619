package org.indelible.anchoring.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.ledger.Lineage;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("R05")
class PlatformInclusionTest {
    @Test
    void aCheckpointSignedAfterThePassBeganIsNoFinding(@TempDir Path home) {
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, home)) {
            ledger.append("t", "s", TestLedger.data("value"));
            ledger.checkpoints().checkpointAll();

            assertThat(failed(database)).isFalse();
            database.tamper("delete from ledger.checkpoint where ledger = 't'");
            assertThat(failed(database)).isTrue();
        }
    }

    private static boolean failed(TestDatabase database) {
        Findings findings = new Findings("t");
        List<CheckpointAudit.Row> readWhenThePassBegan = List.of();
        new PlatformInclusion(
                        new Database(database.application(), IllegalStateException::new),
                        new Lineage("t", List.of()),
                        findings)
                .run(readWhenThePassBegan);
        return findings.hasFailed(Check.PLATFORM_INCLUSION);
    }
}
