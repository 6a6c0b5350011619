package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("R05")
class WitnessTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final TestLog log = new TestLog("example.org/log");

    @TempDir
    private Path directory;

    private List<Cosigner> cosigners = List.of();
    private FileWitnessStore store;
    private Witness witness;

    @BeforeEach
    void start() throws Exception {
        cosigners = WitnessKeys.of("w.example", Ed25519Signer.generate(new SecureRandom()));
        store = FileWitnessStore.open(directory.resolve("seen.json"));
        witness = witness(NOW, store);
    }

    private Witness witness(Instant now, WitnessStore memory) {
        return new Witness(List.of(log.verifierKey()), cosigners, memory, Clock.fixed(now, ZoneOffset.UTC));
    }

    private WitnessReply add(long old, List<Hash> proof, SignedNote note) throws IOException {
        return witness.add(new AddCheckpoint(old, proof, note).toBytes());
    }

    private WitnessReply grow(String history, long old, long size) throws IOException {
        return add(
                old,
                old == 0 || old == size ? List.of() : TestLog.proof(history, old, size),
                log.checkpoint(history, size));
    }

    @Test
    void cosignsWithBothKeysAndRemembers() throws Exception {
        assertThat(grow("a", 0, 5))
                .isInstanceOfSatisfying(
                        WitnessReply.Cosigned.class,
                        cosigned -> assertThat(cosigned.cosignatures()).hasSize(2));
        assertThat(grow("a", 5, 300)).isInstanceOf(WitnessReply.Cosigned.class);
        store.close();
        FileWitnessStore again = FileWitnessStore.open(directory.resolve("seen.json"));
        SeenCheckpoint seen = again.latest("example.org/log").orElseThrow();
        assertThat(seen.size()).isEqualTo(300);
        List<NoteSignature> good = SignedNote.parse(seen.note().getBytes(UTF_8))
                .verify(cosigners.stream().map(Cosigner::verifier).toList());
        assertThat(good).hasSize(2);
        assertThat(SignedNote.parse(seen.note().getBytes(UTF_8)).signatures()).hasSize(3);
    }

    @Test
    void namesTheSizeItHas() throws Exception {
        assertThat(grow("a", 3, 5)).isEqualTo(new WitnessReply.Conflict(0));
        grow("a", 0, 5);
        assertThat(grow("a", 0, 8)).isEqualTo(new WitnessReply.Conflict(5));
        assertThat(grow("a", 4, 8)).isEqualTo(new WitnessReply.Conflict(5));
        assertThat(grow("a", 0, 3)).isEqualTo(new WitnessReply.Conflict(5));
    }

    @Test
    void cosignsTheSameAgain() throws Exception {
        grow("a", 0, 5);
        assertThat(grow("a", 5, 5)).isInstanceOf(WitnessReply.Cosigned.class);
        assertThat(grow("a", 5, 5)).isInstanceOf(WitnessReply.Cosigned.class);
    }

    /** The operator shows one tree here and another there. */
    @Test
    void refusesASplitView() throws Exception {
        grow("a", 0, 5);
        assertThat(grow("b", 5, 5).status()).isEqualTo(422);
        assertThat(store.latest("example.org/log").orElseThrow().root()).isEqualTo(TestLog.root("a", 5));
        assertThat(store.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.root()).isEqualTo(TestLog.root("b", 5).toString());
            assertThat(refused.note()).isEqualTo(log.checkpoint("b", 5).toString());
        });
        grow("b", 5, 5);
        assertThat(store.refused()).hasSize(1);
    }

    /** The operator changes an old entry and computes everything after it anew. */
    @Test
    void refusesARewrittenHistory() throws Exception {
        grow("a", 0, 5);
        assertThat(grow("b", 5, 8).status()).isEqualTo(422);
        assertThat(grow("a", 5, 8)).isInstanceOf(WitnessReply.Cosigned.class);
    }

    /** The operator restores an older state and goes on from there: he believes that the witness saw less than it did. */
    @Test
    void refusesARolledBackStore() throws Exception {
        grow("a", 0, 8);
        assertThat(grow("a", 5, 6)).isEqualTo(new WitnessReply.Conflict(8));
        assertThat(add(8, List.of(), log.checkpoint("a", 6)).status()).isEqualTo(400);
        assertThat(grow("b", 8, 12).status()).isEqualTo(422);
    }

    @Test
    void knowsOnlyWhatItWasToldOf() throws Exception {
        TestLog unknown = new TestLog("example.org/other");
        assertThat(add(0, List.of(), unknown.checkpoint("a", 5)).status()).isEqualTo(404);
        TestLog impostor = new TestLog("example.org/log");
        assertThat(add(0, List.of(), impostor.checkpoint("a", 5)).status()).isEqualTo(403);
        SignedNote good = log.checkpoint("a", 5);
        SignedNote bad =
                new SignedNote(new Checkpoint("example.org/log", 6, TestLog.root("a", 6)).text(), good.signatures());
        assertThat(add(0, List.of(), bad).status()).isEqualTo(403);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void aLogMaySignWithAnOldAndANewKey() throws Exception {
        TestLog renewed = new TestLog("example.org/log");
        Witness both = new Witness(
                List.of(log.verifierKey(), renewed.verifierKey()), cosigners, store, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(both.add(new AddCheckpoint(0, List.of(), log.checkpoint("a", 5)))
                        .status())
                .isEqualTo(200);
        assertThat(both.add(new AddCheckpoint(5, TestLog.proof("a", 5, 6), renewed.checkpoint("a", 6)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatTheProtocolRefuses() throws Exception {
        assertThat(witness.add("hello".getBytes(UTF_8)).status()).isEqualTo(400);
        Hash wrong = TestLog.root("a", 1);
        assertThat(add(0, List.of(), log.sign(new Checkpoint("example.org/log", 0, wrong)))
                        .status())
                .isEqualTo(422);
        assertThat(add(0, List.of(wrong), log.checkpoint("a", 5)).status()).isEqualTo(422);
        grow("a", 0, 5);
        assertThat(add(5, List.of(), log.checkpoint("a", 8)).status()).isEqualTo(422);
        assertThat(add(5, List.of(wrong), log.checkpoint("a", 5)).status()).isEqualTo(422);
        assertThat(add(6, List.of(), log.checkpoint("a", 5)).status()).isEqualTo(400);
        assertThat(grow("a", 5, 8).status()).isEqualTo(200);
    }

    @Test
    void cosignsTheEmptyTree() throws Exception {
        assertThat(grow("a", 0, 0).status()).isEqualTo(200);
        assertThat(grow("a", 0, 5).status()).isEqualTo(200);
    }

    /** Of two requests at a time, the later must not take back what the earlier was told. */
    @Test
    void losesARaceWithoutRollingBack() throws Exception {
        AtomicReference<WitnessReply> faster = new AtomicReference<>();
        WitnessStore slow = new WitnessStore() {
            @Override
            public Optional<SeenCheckpoint> latest(String origin) {
                return store.latest(origin);
            }

            @Override
            public boolean advance(long expectedSize, SeenCheckpoint next) throws IOException {
                if (faster.get() == null) {
                    faster.set(grow("a", 0, 9));
                }
                return store.advance(expectedSize, next);
            }

            @Override
            public void refuse(RefusedCheckpoint refused) throws IOException {
                store.refuse(refused);
            }

            @Override
            public List<SeenCheckpoint> all() {
                return store.all();
            }

            @Override
            public List<RefusedCheckpoint> refused() {
                return store.refused();
            }
        };
        WitnessReply slower = witness(NOW, slow).add(new AddCheckpoint(0, List.of(), log.checkpoint("a", 5)));
        assertThat(faster.get()).isInstanceOf(WitnessReply.Cosigned.class);
        assertThat(slower).isEqualTo(new WitnessReply.Conflict(9));
        assertThat(store.latest("example.org/log").orElseThrow().size()).isEqualTo(9);
    }

    /** A clock that jumps back must not make the larger tree older than the smaller. */
    @Test
    void timeDoesNotGoBack() throws Exception {
        grow("a", 0, 5);
        witness(NOW.minus(Duration.ofDays(3)), store)
                .add(new AddCheckpoint(5, TestLog.proof("a", 5, 6), log.checkpoint("a", 6)));
        assertThat(store.latest("example.org/log").orElseThrow().seen()).isEqualTo(NOW);
    }

    @Test
    void oneProcessAtATime() {
        assertThatThrownBy(() -> FileWitnessStore.open(directory.resolve("seen.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in use");
    }

    @Test
    void aDamagedFileStopsIt() throws Exception {
        grow("a", 0, 5);
        store.close();
        Path file = directory.resolve("seen.json");
        Files.writeString(file, Files.readString(file).replace("\\n5\\n", "\\n05\\n"));
        assertThatThrownBy(() -> FileWitnessStore.open(file)).hasMessageContaining("damaged");
    }

    /** The conversation in the tests of transparency-dev/witness. */
    @Test
    void followsThePublishedConversation() throws Exception {
        VerifierKey monkeys = VerifierKey.parse("monkeys+db4d9f7e+AULaJMvTtDLHPUcUrjdDad9vDlh/PTfC2VV60JUtCfWT");
        Witness theirs = new Witness(List.of(monkeys), cosigners, store, Clock.fixed(NOW, ZoneOffset.UTC));
        String five = "monkeys\n5\n41smjBUiAU70EtKlT6lIOIYtRTYxYXsDB+XHfcvu/BE=\n\n\u2014 monkeys "
                + "202fftzGl3LVoqjXfwCFZZXs8I+5G22+Ek2K0AOyBuSJ/8/CZawNF+6fNlTKOCd622pbzJNkkJFWuw9DbicZCkEx9AY=\n";
        String eight = "monkeys\n8\nV8K9aklZ4EPB+RMOk1/8VsJUdFZR77GDtZUQq84vSbo=\n\n\u2014 monkeys "
                + "202ffoUEboiQYpHzICeaFmoy3RNviHTpAxYrq/eO4QQVQMvu9UebKBMX2MJC76NLthZaKsnKbCA8GxrjePZhvDCH7Ag=\n";
        List<Hash> proof = List.of(
                hash("b9e1d62618f7fee8034e4c5010f727ab24d8e4705cb296c374bf2025a87a10d2"),
                hash("aac66cd7a79ce4012d80762fe8eec3a77f22d1ca4145c3f4cee022e7efcd599d"),
                hash("89d0f753f66a290c483b39cd5e9eafb12021293395fad3d4a2ad053cfbcfdc9e"),
                hash("29e40bb79c966f4c6fe96aff6f30acfce5f3e8d84c02215175d6e018a5dee833"));
        SignedNote note = SignedNote.parse(five.getBytes(UTF_8));
        assertThat(theirs.add(new AddCheckpoint(0, List.of(), note)).status()).isEqualTo(200);
        SignedNote next = SignedNote.parse(eight.getBytes(UTF_8));
        assertThat(theirs.add(new AddCheckpoint(5, proof.subList(1, 4), next)).status())
                .isEqualTo(422);
        assertThat(theirs.add(new AddCheckpoint(5, proof, next)).status()).isEqualTo(200);
        assertThat(theirs.add(new AddCheckpoint(5, proof, next))).isEqualTo(new WitnessReply.Conflict(8));
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }
}
