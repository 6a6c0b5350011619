package org.indelible.anchoring.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever has all rights in PostgreSQL changes something, fences down: the verifier names exactly what was changed, and little else. The
 * ledger has 600 entries over 7 streams, checkpoints at 100 (a tail), 300 and 560, and 40 entries that no checkpoint covers.
 */
@Requirement({"R16", "R17", "R18"})
class TamperTest {
    private static final int STREAMS = 7;

    @TempDir
    static Path home;

    private static TestDatabase original;
    private static TestLedger ledger;
    private static String def;

    private TestDatabase database;

    @BeforeAll
    static void fill() {
        original = TestDatabase.create();
        ledger = new TestLedger(original, home).certified();
        def = ledger.blobs().put("study build".getBytes(StandardCharsets.UTF_8));
        append(0, 100);
        ledger.checkpoints().checkpointAll();
        append(100, 300);
        ledger.checkpoints().checkpointAll();
        append(300, 560);
        ledger.checkpoints().checkpointAll();
        append(560, 600);
        ledger.close();
    }

    private static void append(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> ledger.append("t", "s" + i % STREAMS, Optional.of(def), TestLedger.data("value " + i)));
    }

    @AfterAll
    static void closeOriginal() {
        original.close();
    }

    @BeforeEach
    void copy() {
        database = original.copy();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Undoes the tampering. */
    private void reset() {
        close();
        copy();
    }

    private List<Finding> failures() {
        return ledger.verifierOf(database).verifyAll(ProgressListener.NONE).failures();
    }

    @Test
    void the_untouched_store_passes() {
        VerificationReport report = ledger.verifierOf(database).verifyAll(ProgressListener.NONE);

        assertThat(report.outcome()).as("%s", report.findings()).isEqualTo(Outcome.PASSED);
        assertThat(report.entries()).isEqualTo(604);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("payload", "payload = overlay(payload placing 'A' from 40 for 1)", Check.LEAF_HASH),
                edit(
                        "payload and hashes",
                        "payload = (select payload from ledger.entry where ledger = 't' and leaf_index = 8), "
                                + "leaf_hash = sha256('x'), entry_hash = sha256('y')",
                        Check.SEAL),
                edit(
                        "header",
                        "header = (select header || 'A' from ledger.entry where ledger = 't' and leaf_index = 8)",
                        Check.FORMAT),
                edit("seal", "signature = overlay(signature placing 'AAAA' from 4 for 4)", Check.SEAL),
                edit(
                        "disclosure",
                        "disclosures = 'V.' || (select split_part(split_part(disclosures, '~', 1), '.', 2) "
                                + "from ledger.entry where ledger = 't' and leaf_index = 8)",
                        Check.DISCLOSURE),
                edit("disclosures dropped", "disclosures = ''", Check.DISCLOSURE),
                edit("leaf hash", "leaf_hash = sha256('x')", Check.LEAF_HASH),
                edit("entry hash", "entry_hash = sha256('x')", Check.LEAF_HASH),
                edit("jti", "jti = 'x'", Check.COLUMNS),
                edit("stream", "stream = 'x'", Check.COLUMNS),
                edit("iat", "iat = iat - interval '1 day'", Check.COLUMNS));
    }

    private static Arguments edit(String what, String assignment, Check check) {
        return Arguments.of(what, assignment, check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void an_edited_entry_is_named_and_no_other(String what, String assignment, Check check) {
        for (int index : new int[] {17, 530, 590}) {
            database.tamper("update ledger.entry set " + assignment + " where ledger = 't' and leaf_index = " + index);

            List<Finding> failures = failures();

            assertThat(failures).as("%s of entry %s", what, index).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.ledger()).isEqualTo("t");
                assertThat(finding.leafIndex()).hasValue(index);
            });
            assertThat(failures).extracting(Finding::check).contains(check);
            reset();
        }
    }

    private void assertOne(Check check, int index, String message) {
        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(check);
            assertThat(finding.leafIndex()).hasValue(index);
            assertThat(finding.message()).contains(message);
        });
    }

    @Test
    void an_edited_ciphertext_is_named() {
        database.tamper(
                "update ledger.erasable_disclosure set ciphertext = overlay(ciphertext placing 'x' from 20) where ledger = 't' and leaf_index = 42");

        assertThat(failures()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(Check.DISCLOSURE);
            assertThat(finding.leafIndex()).hasValue(42);
        });
    }

    @Test
    void a_ciphertext_deleted_without_an_order_is_named() {
        database.tamper(
                "delete from ledger.erasable_disclosure where ledger = 't' and leaf_index = 42 and class = 'F'");

        assertOne(Check.DISCLOSURE, 42, "neither stored nor on record as erased");
    }

    @Test
    void an_erasure_that_nobody_ordered_is_named() {
        database.tamper("""
                insert into ledger.erasure (ledger, leaf_index, digest, class, key_ref, cause)
                select ledger, leaf_index, digest, class, key_ref, sha256('nobody') from ledger.erasable_disclosure
                where ledger = 't' and leaf_index = 42 and class = 'F';
                delete from ledger.erasable_disclosure where ledger = 't' and leaf_index = 42 and class = 'F'
                """);

        assertOne(Check.DISCLOSURE, 42, "does not exist");
    }

    @Test
    void a_key_destroyed_without_record_is_named() {
        database.tamper(
                "delete from vault.data_key where ref = (select key_ref from ledger.erasable_disclosure where ledger = 't' and leaf_index = 42 and class = 'F')");

        assertOne(Check.DISCLOSURE, 42, "its key is gone");
    }

    @Test
    void an_edited_full_tile_is_named() {
        database.tamper(
                "update ledger.tile set hashes = overlay(hashes placing 'x' from 100) where ledger = 't' and index = 1");

        assertThat(failures()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(Check.TILE);
            assertThat(finding.subject()).isEqualTo("tile 0/1");
        });
    }

    @Test
    void an_edited_tile_root_and_a_deleted_tile_are_named() {
        database.tamper("update ledger.tile set root = sha256('x') where ledger = 't' and index = 0");
        database.tamper("delete from ledger.tile where ledger = 't' and index = 1");

        assertThat(failures()).extracting(Finding::subject).containsExactlyInAnyOrder("tile 0/0", "tile 0/1");
    }

    @Test
    void an_edited_checkpoint_is_named() {
        database.tamper("update ledger.checkpoint set root = sha256('x') where ledger = 't' and size = 300");

        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.CHECKPOINT);
            assertThat(finding.subject()).isEqualTo("checkpoint 300");
        });
    }

    @Test
    void a_checkpoint_whose_note_was_edited_is_named() {
        database.tamper(
                "update ledger.checkpoint set note = replace(note, '300', '301') where ledger = 't' and size = 300");

        assertThat(failures()).extracting(Finding::subject).containsOnly("checkpoint 300");
    }

    @Test
    void an_edited_tail_is_named() {
        database.tamper(
                "update ledger.checkpoint set tail = overlay(tail placing 'x' from 100) where ledger = 't' and size = 560");

        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.CHECKPOINT);
            assertThat(finding.subject()).contains("560");
        });
    }

    @Test
    void an_edited_certificate_is_named() {
        database.tamper("update ledger.certificate set der = overlay(der placing 'x' from 200)");

        assertThat(failures()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(Check.CERTIFICATE);
            assertThat(finding.message()).contains(ledger.author().kid());
        });
    }

    @Test
    void an_edited_and_a_deleted_blob_are_named() {
        database.tamper("update ledger.blob set content = 'other'");
        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.BLOB);
            assertThat(finding.subject()).contains(def);
        });

        database.tamper("delete from ledger.blob");
        assertThat(failures())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains(def).contains("missing"));
    }

    @Test
    void a_deleted_entry_is_named_with_its_stream_and_number() {
        for (int index : new int[] {17, 530, 590}) {
            database.tamper("delete from ledger.entry where ledger = 't' and leaf_index = " + index);

            assertMissing(index);
            reset();
        }
    }

    @Test
    void a_deleted_entry_is_named_even_if_the_others_close_the_gap() {
        for (int index : new int[] {17, 530}) {
            database.tamper("delete from ledger.entry where ledger = 't' and leaf_index = " + index
                    + "; update ledger.entry set leaf_index = leaf_index + 9999 where ledger = 't' and leaf_index > "
                    + index
                    + "; update ledger.entry set leaf_index = leaf_index - 10000 where ledger = 't' and leaf_index > 9999"
                    + "; update ledger.head set size = size - 1 where ledger = 't'");

            assertMissing(index);
            reset();
        }
    }

    private void assertMissing(int index) {
        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.TREE);
            assertThat(finding.leafIndex()).hasValue(index);
            assertThat(finding.stream()).contains("s" + index % STREAMS);
            assertThat(finding.seq()).isEqualTo(OptionalLong.of(index / STREAMS));
            assertThat(finding.message()).contains("missing");
        });
    }

    @Test
    void an_inserted_entry_is_named() {
        for (int index : new int[] {17, 530}) {
            database.tamper(
                    "alter table ledger.entry drop constraint entry_leaf; update ledger.entry set leaf_index = leaf_index + 1 "
                            + "where ledger = 't' and leaf_index >= " + index
                            + "; update ledger.head set size = size + 1 where ledger = 't';"
                            + insertForged(index));

            List<Finding> failures = failures();
            assertThat(failures)
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.leafIndex()).hasValue(index));
            assertThat(failures)
                    .anySatisfy(finding -> assertThat(finding.message()).contains("inserted"));
            reset();
        }
    }

    @Test
    void an_entry_added_at_the_end_is_named() {
        database.tamper(insertForged(600));

        assertThat(failures())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.leafIndex()).hasValue(600));
    }

    @Test
    void a_moved_head_is_noticed() {
        for (String change : List.of(
                "update ledger.head set size = size - 1",
                "update ledger.head set size = size + 1",
                "delete from ledger.head")) {
            database.tamper(change + " where ledger = 't'");

            assertThat(failures()).as(change).isNotEmpty();
            reset();
        }
        database.tamper("update ledger.head set iat_high = iat_high - interval '1 day' where ledger = 't'");
        assertThat(failures())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("the head of the ledger stands at 600"));
    }

    private static String insertForged(int index) {
        return """
                insert into ledger.entry (position, ledger, leaf_index, stream, seq, jti, iat, iat_high, header, payload,
                    signature, disclosures, entry_hash, leaf_hash)
                select 100000, ledger, %d, 'forged', 0, 'forged', iat, iat_high, header, payload,
                    overlay(signature placing 'AAAA' from 4 for 4), disclosures, sha256('forged'), sha256('forged')
                from ledger.entry where ledger = 't' and leaf_index = 3
                """.formatted(index);
    }

    @Test
    void swapped_entries_are_both_named() {
        for (int[] pair : new int[][] {{17, 18}, {17, 400}, {530, 540}}) {
            database.tamper("update ledger.entry set leaf_index = 9999 where ledger = 't' and leaf_index = " + pair[0]
                    + "; update ledger.entry set leaf_index = " + pair[0] + " where ledger = 't' and leaf_index = "
                    + pair[1]
                    + "; update ledger.entry set leaf_index = " + pair[1] + " where leaf_index = 9999");

            assertThat(failures())
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.message()).contains("swapped"))
                    .extracting(finding -> finding.leafIndex().orElseThrow())
                    .containsExactlyInAnyOrder((long) pair[0], (long) pair[1]);
            reset();
        }
    }

    @Test
    void a_re_numbered_entry_is_named() {
        database.tamper("update ledger.entry set leaf_index = 100000 where ledger = 't' and leaf_index = 17");

        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("re-numbered").contains("17");
            assertThat(finding.leafIndex()).hasValue(100000);
        });
    }

    @Test
    void a_changed_position_is_named() {
        database.tamper("update ledger.entry set position = 100000 where ledger = 't' and leaf_index = 17");

        assertThat(failures())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.check()).isEqualTo(Check.POSITION));
    }

    @Test
    void a_cut_off_end_is_named() {
        database.tamper("delete from ledger.entry where ledger = 't' and leaf_index >= 540");

        assertThat(failures()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("entries 540 to 599");
            assertThat(finding.message()).contains("missing");
        });
    }

    @Test
    void a_cut_off_end_is_named_even_with_head_tiles_and_checkpoints_set_back() {
        restoreOlderState();

        assertThat(failures()).anySatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(Check.HIGH_WATER);
            assertThat(finding.ledger()).isEqualTo("t");
            assertThat(finding.message()).contains("entries 300 to 559 are lost");
        });
        // What was acknowledged after the last checkpoint tells how far it went.
        assertThat(failures())
                .filteredOn(finding -> finding.ledger().equals("t"))
                .extracting(Finding::subject)
                .containsOnly("high-water file", "entries 300 to 599");
    }

    @Test
    void checkpoints_taken_away_are_named_by_those_that_platform_holds() {
        database.tamper("delete from ledger.checkpoint where ledger = 't' and size > 300");

        assertThat(failures()).anySatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(Check.PLATFORM_INCLUSION);
            assertThat(finding.subject()).isEqualTo("checkpoint 560");
            assertThat(finding.message()).contains("were removed");
        });
    }

    /** Everything as it was after the checkpoint at 300. */
    private void restoreOlderState() {
        database.tamper("""
                delete from ledger.entry where ledger = 't' and leaf_index >= 300;
                delete from ledger.erasable_disclosure where ledger = 't' and leaf_index >= 300;
                delete from ledger.checkpoint where ledger = 't' and size > 300;
                delete from ledger.tile where ledger = 't' and index > 0;
                update ledger.head set size = 300, iat_high = (select max(iat_high) from ledger.entry where ledger = 't')
                where ledger = 't';
                delete from ledger.entry where ledger = 'platform' and leaf_index >= 3;
                delete from ledger.checkpoint where ledger = 'platform' and size > 3;
                update ledger.head set size = 3 where ledger = 'platform';
                update ledger.log_head set next_position = (select max(position) + 1 from ledger.entry)
                """);
    }
}
