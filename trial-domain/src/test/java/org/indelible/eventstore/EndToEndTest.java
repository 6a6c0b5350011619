package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authlete.sd.SDJWT;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.ledger.DisclosureRef;
import org.indelible.anchoring.ledger.Erasure;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.shared.CommandMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a command to a sealed entry in PostgreSQL and back, the way production does it. */
class EndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.create();
    private final Node node = new Node(database);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void commandBecomesSealedLinkedEntries() throws Exception {
        String diary = Node.diary("001");
        node.send(
                new Diary.Open(diary),
                Map.of(CommandMetadata.ENTERED_AT, "2026-03-01T09:30:00+02:00", CommandMetadata.COMMAND_ID, "c-1"));
        node.send(
                new Diary.WriteMany(diary, List.of("a", "b")),
                Map.of(CommandMetadata.SOURCE, "{\"kind\":\"DEVICE\",\"originator\":\"BP-1\"}"));

        List<StoredEntry> entries = node.ledger.readLedger(Node.TRIAL, 0, 10);

        assertThat(entries).extracting(StoredEntry::seq).containsExactly(0L, 1L, 2L);
        EntryClaims first = claims(entries.getFirst());
        assertThat(first.ledger()).isEqualTo(Node.TRIAL);
        assertThat(first.trial()).contains(Node.TRIAL);
        assertThat(first.sub()).contains("001");
        assertThat(first.site()).contains("101");
        assertThat(first.streamType()).isEqualTo("casebook");
        assertThat(first.evt()).isEqualTo("sample.note-added");
        assertThat(first.rev()).isEqualTo("1");
        assertThat(first.cmd()).contains("c-1");
        assertThat(first.ent().orElseThrow()).hasToString("2026-03-01T09:30+02:00");
        assertThat(first.act())
                .hasToString("{\"account\":\"a-7\",\"organisation\":\"site-1\",\"role\":\"COORDINATOR\"}");
        assertThat(first.auth()).isEqualTo(Node.CERTIFIED_BY);
        assertThat(first.jti()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(first.prev()).isEmpty();
        assertThat(claims(entries.get(1)).prev()).contains(entries.getFirst().entryHash());
        assertThat(claims(entries.get(2)).prev()).contains(entries.get(1).entryHash());
        assertThat(claims(entries.get(2)).src().orElseThrow().get("originator").asString())
                .isEqualTo("BP-1");
        assertThat(claims(entries.get(1)).cmd())
                .isEqualTo(claims(entries.get(2)).cmd());
    }

    @Test
    void streamingProcessorReadsWhatWasAppended() {
        String diary = Node.diary("001");
        node.send(new Diary.Open(diary), Map.of(CommandMetadata.COMMAND_ID, "c-1"));

        await(() -> node.handled.size() == 1);

        EventMessage<?> event = node.handled.getFirst();
        StoredEntry entry = node.ledger.entry(Node.TRIAL, 0).orElseThrow();
        assertThat(event.getIdentifier()).isEqualTo(entry.jti());
        assertThat(event.getTimestamp()).isEqualTo(entry.iat());
        assertThat(((SampleEvents.NoteAdded) event.getPayload()).note().present())
                .contains("opened");
        assertThat(event.getMetaData())
                .containsEntry(EventMetadata.ENTRY_HASH, entry.entryHash())
                .containsEntry(EventMetadata.LEDGER, Node.TRIAL)
                .containsEntry(EventMetadata.LEAF_INDEX, 0L)
                .containsEntry(EventMetadata.STORED_AT, entry.iat())
                .containsEntry(EventMetadata.PARTICIPANT, "001")
                .containsEntry(CommandMetadata.ACTOR, "a-7")
                .containsEntry(CommandMetadata.SITE, "101")
                .containsEntry(CommandMetadata.COMMAND_ID, "c-1")
                .doesNotContainKey(CommandMetadata.SIGN_IN);
    }

    @Test
    @Requirement("R05")
    void libraryOfOthersVerifiesWhatIsStored() throws Exception {
        node.send(new Diary.Open(Node.diary("001")));
        StoredEntry entry = node.ledger.entry(Node.TRIAL, 0).orElseThrow();

        SDJWT sdJwt = SDJWT.parse(entry.sealed().sdJwt());
        JWSObject jws = JWSObject.parse(sdJwt.getCredentialJwt());
        OctetKeyPair key = new OctetKeyPair.Builder(
                        Curve.Ed25519,
                        Base64URL.encode(node.author.certificate().key().encoded()))
                .build();

        assertThat(jws.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.Ed25519);
        assertThat(jws.getHeader().getKeyID()).isEqualTo(node.author.kid());
        assertThat(jws.verify(new Ed25519Verifier(key))).isTrue();
        assertThat(sdJwt.getDisclosures())
                .singleElement()
                .satisfies(disclosure -> assertThat(disclosure.getClaimValue()).isEqualTo("opened"));
    }

    @Test
    void commandsOnDifferentStreamsDoNotWaitForEachOthersDecision() throws Exception {
        int streams = 24;
        inParallel(IntStream.range(0, streams)
                .<Callable<Object>>mapToObj(i -> () -> {
                    String diary = Node.diary("p" + i);
                    node.send(new Diary.Open(diary));
                    for (int note = 1; note < 5; note++) {
                        node.send(new Diary.Write(diary, "note " + note));
                    }
                    return diary;
                })
                .toList());

        assertThat(node.ledger.ledgerSize(Node.TRIAL)).isEqualTo(streams * 5L);
        for (int i = 0; i < streams; i++) {
            List<Disclosable<String>> notes = node.send(new Diary.Read(Node.diary("p" + i)));
            assertThat(notes).hasSize(5);
        }
        await(() -> node.handled.size() == streams * 5);
        assertThat(node.handled).extracting(EventMessage::getIdentifier).doesNotHaveDuplicates();
    }

    @Test
    void commandOnOneStreamFromTwoNodesIsDecidedAgainOnTheStateItMissed() throws Exception {
        String diary = Node.diary("001");
        try (Node other = new Node(database)) {
            node.send(new Diary.Open(diary));
            for (int i = 0; i < 5; i++) {
                // Each finds its cached diary stale, and is tried once more.
                other.send(new Diary.Write(diary, "other " + i));
                node.send(new Diary.Write(diary, "here " + i));
            }
        }
        try (Node third = new Node(database)) {
            List<Disclosable<String>> notes = third.send(new Diary.Read(diary));
            assertThat(notes).hasSize(11);
        }
    }

    @Test
    void whatIsDerivedTwiceIsRecordedOnce() {
        String diary = Node.diary("001");
        node.send(new Diary.Open(diary));
        Map<String, String> row = Map.of(EventMetadata.DERIVED_FROM, "file:abc/row:17");
        node.send(new Diary.WriteMany(diary, List.of("x", "y")), row);

        assertThatThrownBy(() -> node.send(new Diary.WriteMany(diary, List.of("x", "y")), row))
                .isInstanceOf(AlreadyRecordedException.class);

        List<StoredEntry> entries = node.ledger.readLedger(Node.TRIAL, 0, 10);
        assertThat(entries).hasSize(3);
        assertThat(entries.get(1).jti()).isEqualTo(EventIds.derived(Node.TRIAL, "file:abc/row:17", 0));
        assertThat(entries.get(2).jti()).isEqualTo(EventIds.derived(Node.TRIAL, "file:abc/row:17", 1));
        List<Disclosable<String>> notes = node.send(new Diary.Read(diary));
        assertThat(notes).hasSize(3);
    }

    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Requirement("R69")
    void anySubsetOfNotesErasedStillReplays(long seed) {
        String diary = Node.diary("001");
        node.send(new Diary.Open(diary));
        node.send(new Diary.WriteMany(
                diary, IntStream.range(1, 12).mapToObj(i -> "note " + i).toList()));
        List<StoredEntry> entries = node.ledger.readLedger(Node.TRIAL, 0, 100);
        Random random = new Random(seed);
        Set<Integer> erased = new HashSet<>();
        List<DisclosureRef> refs = new ArrayList<>();
        for (StoredEntry entry : entries) {
            if (random.nextBoolean()) {
                erased.add((int) entry.seq());
                for (Disclosure disclosure : entry.sealed().disclosures()) {
                    refs.add(new DisclosureRef(Node.TRIAL, entry.leafIndex(), disclosure.digest()));
                }
            }
        }

        new Erasure(database.application(), database.vault())
                .erase(entries.getLast().entryHash(), Node.TRIAL, refs);
        node.store.forgetAggregates();

        List<Disclosable<String>> notes = node.send(new Diary.Read(diary));
        assertThat(notes).hasSize(12);
        for (int i = 0; i < notes.size(); i++) {
            assertThat(notes.get(i) instanceof Erased).isEqualTo(erased.contains(i));
        }
        node.send(new Diary.Write(diary, "goes on"));
        assertThat(node.ledger.readLedger(Node.TRIAL, 12, 1)).hasSize(1);
    }

    private static EntryClaims claims(StoredEntry entry) throws Exception {
        return new EntryReader().parse(entry.sealed().compact()).claims();
    }

    private static void inParallel(List<Callable<Object>> tasks) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (Future<Object> task : executor.invokeAll(tasks)) {
                task.get();
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("time to wait until").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
