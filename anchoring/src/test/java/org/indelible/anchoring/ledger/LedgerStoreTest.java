package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement({"R01", "R16"})
class LedgerStoreTest {
    @TempDir
    Path home;

    private TestDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home);
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    @Test
    void an_entry_comes_back_as_it_was_sealed_with_all_its_disclosures() {
        NewEntry entry = ledger.entry("t", "s", 0, Optional.empty(), TestLedger.data("120"));

        AppendedEntry place =
                ledger.store().append(AppendRequest.of(entry)).entries().getFirst();

        StoredEntry stored = ledger.store().entry("t", place.leafIndex()).orElseThrow();
        assertThat(stored.sealed().compact()).isEqualTo(entry.sealed().compact());
        assertThat(stored.sealed().disclosures())
                .containsExactlyInAnyOrderElementsOf(entry.sealed().disclosures());
        assertThat(stored.iat()).isEqualTo(entry.claims().iat());
        assertThat(stored)
                .isEqualTo(ledger.store().entryByHash(place.entryHash()).orElseThrow());
        assertThat(stored).isEqualTo(ledger.store().entryByJti(stored.jti()).orElseThrow());
    }

    @Test
    void identity_and_free_text_are_nowhere_in_clear() {
        ledger.append("t", "s", TestLedger.data("120"));

        assertThat(ledger.store().entry("t", 0).orElseThrow().sealed().disclosures())
                .hasSize(4);
        database.execute("""
                do $$ begin
                    if (select count(*) from ledger.erasable_disclosure) <> 2
                       or (select regexp_count(disclosures, '~') from ledger.entry) <> 1 then
                        raise 'in clear';
                    end if;
                end $$
                """);
    }

    @Test
    void a_command_is_stored_whole_or_not_at_all() {
        NewEntry first = ledger.entry("t", "s", 0, Optional.empty(), TestLedger.data("1"));
        NewEntry second = ledger.entry("t", "s", 1, Optional.of(first.sealed().entryHash()), TestLedger.data("2"));
        NewEntry wrong = ledger.entry("t", "other", 5, Optional.empty(), TestLedger.data("3"));

        assertThatThrownBy(() -> ledger.store().append(AppendRequest.of(first, second, wrong)))
                .isInstanceOfSatisfying(StreamConflictException.class, e -> {
                    assertThat(e.stream()).isEqualTo("other");
                    assertThat(e.seq()).isEqualTo(5);
                });
        assertThat(ledger.store().headPosition()).isEqualTo(-1);

        AppendReceipt receipt = ledger.store().append(AppendRequest.of(first, second));
        assertThat(receipt.firstPosition()).isZero();
        assertThat(receipt.lastPosition()).isEqualTo(1);
        assertThat(ledger.store().lastSequence("s")).hasValue(1);
    }

    @Test
    void an_entry_that_cites_another_predecessor_is_refused() {
        ledger.append("t", "s", TestLedger.data("1"));
        NewEntry fork = ledger.entry("t", "s", 1, Optional.of("A".repeat(43)), TestLedger.data("2"));

        assertThatThrownBy(() -> ledger.store().append(AppendRequest.of(fork)))
                .isInstanceOf(StreamConflictException.class)
                .hasMessageContaining("cites another previous entry");
    }

    @Test
    void doing_it_twice_is_told_from_doing_it_once() {
        NewEntry once = ledger.entry("t", "s", 0, Optional.empty(), TestLedger.data("1"));
        ledger.store().append(AppendRequest.of(once));

        assertThatThrownBy(() -> ledger.store().append(AppendRequest.of(once)))
                .isInstanceOfSatisfying(
                        DuplicateJtiException.class,
                        e -> assertThat(e.jti()).isEqualTo(once.claims().jti()));
    }

    @Test
    void a_stream_stays_in_its_ledger() {
        AppendedEntry first = ledger.append("t", "s", TestLedger.data("1"));
        NewEntry elsewhere = ledger.entry("u", "s", 1, Optional.of(first.entryHash()), TestLedger.data("2"));

        assertThatThrownBy(() -> ledger.store().append(AppendRequest.of(elsewhere)))
                .isInstanceOf(StreamConflictException.class);
    }

    @Test
    void streams_and_ledgers_are_read_page_by_page() {
        IntStream.range(0, 1203)
                .forEach(i -> ledger.append(i % 2 == 0 ? "t" : "u", "s" + i % 2, TestLedger.data("" + i)));

        assertThat(ledger.store().readStream("s0", 3).map(StoredEntry::seq).toList())
                .containsExactlyElementsOf(
                        IntStream.range(3, 602).mapToObj(Long::valueOf).toList());
        assertThat(ledger.store()
                        .streamLedger("u", 0, 601)
                        .map(StoredEntry::leafIndex)
                        .toList())
                .containsExactlyElementsOf(
                        IntStream.range(0, 601).mapToObj(Long::valueOf).toList());
        assertThat(ledger.store().readFromPosition(1200, 10)).hasSize(3);
        assertThat(ledger.store().readLedger("t", 600, 10)).hasSize(2);
        assertThat(ledger.store().ledgerSize("t")).isEqualTo(602);
        assertThat(ledger.store().ledgers()).containsExactly("t", "u");
    }

    @Test
    @Requirement("R09")
    void as_of_an_instant_is_the_largest_size_whose_every_iat_is_not_later() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        long[] minutes = {0, 5, 3, 9, 7, 12};
        Optional<String> prev = Optional.empty();
        for (int i = 0; i < minutes.length; i++) {
            NewEntry entry = ledger.entry(
                    UUID.randomUUID().toString(),
                    "t",
                    "s",
                    i,
                    prev,
                    noon.plusSeconds(60 * minutes[i]),
                    Optional.empty(),
                    TestLedger.data("" + i));
            prev = Optional.of(entry.sealed().entryHash());
            ledger.store().append(AppendRequest.of(entry));
        }

        long[] expected = {1, 1, 1, 1, 1, 3, 3, 3, 3, 5, 5, 5, 6};
        for (int minute = 0; minute < expected.length; minute++) {
            Instant at = noon.plusSeconds(60L * minute);
            assertThat(ledger.store().treeSizeAsOf("t", at))
                    .as("minute %s", minute)
                    .isEqualTo(expected[minute]);
            assertThat(ledger.store().positionAsOf(at)).isEqualTo(expected[minute] - 1);
        }
        assertThat(ledger.store().treeSizeAsOf("t", noon.minusMillis(1))).isZero();
        assertThat(ledger.store().treeSizeAsOf("none", noon)).isZero();
    }

    @Test
    @Requirement({"R44", "R45"})
    void an_erased_disclosure_is_gone_and_said_to_be_erased() {
        ledger.append("t", "s", TestLedger.data("1"));
        ledger.append("t", "other", TestLedger.data("2"));
        AppendedEntry order = ledger.append("t", "s", TestLedger.data("order"));
        Erasure erasure = new Erasure(database.application(), database.vault());
        Disclosure comment = ledger.store().entry("t", 1).orElseThrow().sealed().disclosures().stream()
                .filter(d -> d.disclosureClass().letter().equals("F"))
                .findFirst()
                .orElseThrow();

        erasure.erase(order.entryHash(), "t", List.of(new DisclosureRef("t", 1, comment.digest())));
        erasure.eraseParticipant(order.entryHash(), "t", "s");
        erasure.reapply();

        assertThat(ledger.store().entry("t", 1).orElseThrow().erased()).containsExactly(comment.digest());
        assertThat(ledger.store().entry("t", 0).orElseThrow().erased()).hasSize(1);
        assertThat(ledger.store().entry("t", 2).orElseThrow().erased()).hasSize(1);
        DisclosureRef ref = new DisclosureRef("t", 1, comment.digest());
        assertThat(ledger.store().disclosures(List.of(ref))).containsEntry(ref, new DisclosureState.Erased());

        ledger.append("t", "s", TestLedger.data("after"));
        assertThat(ledger.store().entry("t", 3).orElseThrow().erased()).isEmpty();
        ledger.certified().checkpoints().checkpointAll();
        assertThat(ledger.verifier().verifyAll(ProgressListener.NONE).with(Outcome.FAILED))
                .isEmpty();
    }

    @Test
    void an_erasure_without_an_entry_that_orders_it_is_refused() {
        ledger.append("t", "s", TestLedger.data("1"));
        Erasure erasure = new Erasure(database.application(), database.vault());

        assertThatThrownBy(() -> erasure.eraseParticipant("A".repeat(43), "t", "s"))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("order this erasure");
    }

    @Test
    void a_closed_store_refuses() {
        ledger.store().close();

        assertThatThrownBy(() -> ledger.append("t", "s", TestLedger.data("1")))
                .isInstanceOfSatisfying(
                        AppendRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(AppendRejectedException.Reason.CLOSED));
    }
}
