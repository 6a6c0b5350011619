package org.indelible.anchoring.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.indelible.anchoring.ledger.CheckpointRefusedException;
import org.indelible.anchoring.ledger.RollbackCheck;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whoever has all rights in PostgreSQL changes everything there that could give the change away. 300 entries over 7 streams, a checkpoint
 * at 280, and 20 entries that no checkpoint covers yet, but this node acknowledged.
 */
@Requirement({"R16", "R17", "R18"})
class CombinedTamperTest {
    private static final int STREAMS = 7;

    /** Number 42 of stream s3, its last; nothing in the database cites it. */
    private static final int LAST_OF_STREAM = 297;

    @TempDir
    Path home;

    private TestDatabase database;
    private TestLedger ledger;
    private String document;

    @BeforeEach
    void fill() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home).certified();
        document = ledger.blobs().put("ethics approval".getBytes(StandardCharsets.UTF_8));
        append(0, 280);
        ledger.checkpoints().checkpointAll();
        append(280, 300);
    }

    private void append(int from, int to) {
        IntStream.range(from, to).forEach(i -> ledger.append("t", "s" + i % STREAMS, data(i)));
    }

    private ObjectNode data(int i) {
        ObjectNode data = TestLedger.data("value " + i);
        if (i == 77) {
            data.putObject("approval").put("document", document);
        }
        return data;
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    private List<Finding> failures() {
        return ledger.verifier().verifyAll(ProgressListener.NONE).failures();
    }

    private void deleteAndCloseTheGap(int index) {
        database.tamper("""
                delete from ledger.erasable_disclosure where ledger = 't' and leaf_index = %1$d;
                delete from ledger.entry where ledger = 't' and leaf_index = %1$d;
                update ledger.erasable_disclosure set leaf_index = leaf_index - 1 where ledger = 't' and leaf_index > %1$d;
                update ledger.entry set leaf_index = leaf_index + 9999, position = position + 9999
                where ledger = 't' and leaf_index > %1$d;
                update ledger.entry set leaf_index = leaf_index - 10000, position = position - 10000
                where ledger = 't' and leaf_index > 9999;
                update ledger.head set size = size - 1 where ledger = 't';
                update ledger.log_head set next_position = next_position - 1
                """.formatted(index));
    }

    @Test
    void the_untouched_store_passes() {
        VerificationReport report = ledger.verifier().verifyAll(ProgressListener.NONE);

        assertThat(report.outcome()).as("%s", report.findings()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void the_last_entry_of_a_stream_taken_out_of_the_uncovered_end_is_named_and_never_signed_over() {
        deleteAndCloseTheGap(LAST_OF_STREAM);

        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.TREE);
            assertThat(finding.ledger()).isEqualTo("t");
            assertThat(finding.leafIndex()).hasValue(LAST_OF_STREAM);
            assertThat(finding.message()).contains("missing");
        });
        assertRefused(() -> ledger.checkpoints().checkpoint("t"));
        assertRefused(() ->
                new RollbackCheck(database.application(), ledger.signer().identity(), ledger.highWater()).require());
    }

    private static void assertRefused(Runnable act) {
        assertThatExceptionOfType(CheckpointRefusedException.class)
                .isThrownBy(act::run)
                .withMessageContaining("entry " + LAST_OF_STREAM + " of ledger t")
                .satisfies(refused ->
                        assertThat(refused.reason()).isEqualTo(CheckpointRefusedException.Reason.ROLLED_BACK));
    }

    @Test
    void the_end_cut_off_with_the_head_set_back_is_named() {
        database.tamper("""
                delete from ledger.erasable_disclosure where ledger = 't' and leaf_index >= 295;
                delete from ledger.entry where ledger = 't' and leaf_index >= 295;
                update ledger.head set size = 295 where ledger = 't';
                update ledger.log_head set next_position = (select max(position) + 1 from ledger.entry)
                """);

        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("entries 295 to 299");
            assertThat(finding.message()).contains("missing");
        });
    }

    @Test
    void swapped_entries_at_the_uncovered_end_are_both_named() {
        database.tamper("""
                update ledger.entry set leaf_index = 9999 where ledger = 't' and leaf_index = 296;
                update ledger.entry set leaf_index = 296 where ledger = 't' and leaf_index = 298;
                update ledger.entry set leaf_index = 298 where ledger = 't' and leaf_index = 9999
                """);

        assertThat(failures())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.message()).contains("swapped"))
                .extracting(finding -> finding.leafIndex().orElseThrow())
                .containsExactlyInAnyOrder(296L, 298L);
    }

    @Test
    void an_entry_altered_with_its_hashes_and_its_tile_is_named() {
        int index = 17;
        database.tamper("""
                update ledger.entry set payload = overlay(payload placing 'A' from 60 for 1)
                where ledger = 't' and leaf_index = %1$d;
                update ledger.entry set
                    leaf_hash = sha256('\\x00'::bytea || convert_to(header || '.' || payload || '.' || signature, 'UTF8')),
                    entry_hash = sha256(convert_to(header || '.' || payload || '.' || signature, 'UTF8'))
                where ledger = 't' and leaf_index = %1$d;
                update ledger.tile set hashes = overlay(hashes placing
                    (select leaf_hash from ledger.entry where ledger = 't' and leaf_index = %1$d) from %2$d for 32)
                where ledger = 't' and level = 0 and index = 0
                """.formatted(index, 32 * index + 1));

        assertThat(failures()).anySatisfy(finding -> {
            assertThat(finding.ledger()).isEqualTo("t");
            assertThat(finding.leafIndex()).hasValue(index);
        });
        assertThat(failures())
                .filteredOn(finding -> finding.leafIndex().isPresent())
                .allSatisfy(finding -> assertThat(finding.leafIndex()).hasValue(index));
    }

    @Test
    void a_document_that_only_a_field_cites_is_missed_with_the_entry_that_cites_it() {
        database.tamper("delete from ledger.blob");

        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.BLOB);
            assertThat(finding.leafIndex()).hasValue(77);
            assertThat(finding.message()).contains(document).contains("missing");
        });
    }

    @Test
    void what_was_altered_before_another_node_signed_over_it_is_named_all_the_same() {
        deleteAndCloseTheGap(LAST_OF_STREAM);
        // The other node has never acknowledged any of these entries.
        ledger.elsewhere(home.resolve("other-node")).checkpoint("t");

        Consumer<Finding> namesIt = finding -> {
            assertThat(finding.leafIndex()).hasValue(LAST_OF_STREAM);
            assertThat(finding.message()).contains("altered before a checkpoint covered it");
        };
        assertThat(failures()).anySatisfy(namesIt);
        assertRefused(() -> ledger.checkpoints().checkpointAll());
    }

    @Test
    void what_a_checkpoint_covers_is_forgotten() throws Exception {
        assertThat(ledger.highWater().acknowledged().leaves("t")).hasSize(20);

        ledger.checkpoints().checkpointAll();

        assertThat(ledger.highWater().acknowledged().ledgers()).isEmpty();
    }
}
