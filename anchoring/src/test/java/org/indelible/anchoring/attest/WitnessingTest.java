package org.indelible.anchoring.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.JdbcTileService;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.policy.PolicyVerdict;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.testing.BadServer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestClock;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.testing.TestWitness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A real ledger shown to two of our witnesses, and to servers that are none. */
@Requirement({"R05", "R06"})
class WitnessingTest {
    private static final String PLATFORM = "platform";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path home;

    private final TestClock clock = new TestClock(Instant.now());
    private TestDatabase database;
    private TestLedger ledger;
    private TestWitness one;
    private TestWitness two;
    private Cosignatures cosignatures;
    private AttestorReports reports;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home);
        VerifierKey platform = ledger.signer().identity().verifierKey(PLATFORM);
        one = new TestWitness("one", home, List.of(platform));
        two = new TestWitness("two", home, List.of(platform));
        cosignatures = new Cosignatures(database.application());
        reports = new AttestorReports(database.application());
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        ledger.close();
        database.close();
    }

    private TrustPolicy policy(String... lines) throws Exception {
        String log = "log " + ledger.signer().identity().verifierKey(PLATFORM) + "\n";
        return TrustPolicy.parse((log + String.join("", lines)).getBytes(UTF_8));
    }

    private TrustPolicy both() throws Exception {
        return policy(one.policyLine(), two.policyLine(), "group both all one two\nquorum both\n");
    }

    private Witnessing witnessing(TrustPolicy policy, Duration patience) {
        return new Witnessing(
                policy,
                List.of(PLATFORM),
                ledger.checkpoints(),
                new JdbcTileService(database.application()),
                cosignatures,
                reports,
                patience,
                clock);
    }

    private SignedCheckpoint grow(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger.append("t", "s", TestLedger.data("" + i));
        }
        ledger.checkpoints().checkpointAll();
        return ledger.checkpoints().latest(PLATFORM).orElseThrow();
    }

    private PolicyVerdict judge(TrustPolicy policy, SignedCheckpoint checkpoint) throws Exception {
        List<NoteSignature> lines = new ArrayList<>();
        for (StoredCosignature cosignature : cosignatures.of(PLATFORM, checkpoint.size())) {
            lines.add(NoteSignature.parseLine(cosignature.line()));
        }
        return policy.judge(SignedNote.parse(checkpoint.note().getBytes(UTF_8)).with(lines));
    }

    private static void pass(Witnessing witnessing) {
        witnessing.pass();
        witnessing.await();
    }

    @Test
    void checkpointsBecomeCosignedByAll() throws Exception {
        TrustPolicy policy =
                policy(one.policyLine(), two.postQuantumPolicyLine(), "group both all one two\nquorum both\n");
        try (Witnessing witnessing = witnessing(policy, PATIENCE)) {
            for (int round = 0; round < 4; round++) {
                SignedCheckpoint checkpoint = grow(3);
                pass(witnessing);
                assertThat(judge(policy, checkpoint).quorumMet()).isTrue();
            }
        }
        Standings standings = new Standings(policy, cosignatures, reports);
        assertThat(standings.witnesses(PLATFORM))
                .allSatisfy(witness -> assertThat(witness.waitingSince()).isEmpty());
        assertThat(standings.quorum(PLATFORM).waitingSince()).isEmpty();
    }

    @Test
    void aStoppedWitnessFallsBehindAndCatchesUp() throws Exception {
        TrustPolicy policy = both();
        Standings standings = new Standings(policy, cosignatures, reports);
        try (Witnessing witnessing = witnessing(policy, PATIENCE)) {
            SignedCheckpoint first = grow(3);
            pass(witnessing);
            two.stop();
            SignedCheckpoint second = grow(3);
            pass(witnessing);
            assertThat(standings.quorum(PLATFORM).size()).isEqualTo(first.size());
            assertThat(standings.quorum(PLATFORM).waitingSince()).contains(second.signedAt());
            WitnessStanding stopped = standings.witnesses(PLATFORM).getLast();
            assertThat(stopped.report().orElseThrow().state()).isEqualTo(AttestorReport.State.NO_ANSWER);
            assertThat(stopped.waitingSince()).contains(second.signedAt());
            assertThat(stopped.isBehind(second.signedAt().plusSeconds(61), Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(judge(policy, second).quorumMet()).isFalse();
            two.startAgain();
            pass(witnessing);
            assertThat(judge(policy, second).quorumMet())
                    .as("it is not asked again at once")
                    .isFalse();
            clock.advance(Duration.ofSeconds(2));
            pass(witnessing);
            assertThat(judge(policy, second).quorumMet()).isTrue();
            assertThat(standings
                            .witnesses(PLATFORM)
                            .getLast()
                            .report()
                            .orElseThrow()
                            .state())
                    .isEqualTo(AttestorReport.State.GOOD);
        }
    }

    /** The owner of the database restores an older state, removes the mark of what was signed, and goes on from there. */
    @Test
    void aRolledBackStoreIsContradictedByTheWitness() throws Exception {
        TrustPolicy policy = both();
        try (Witnessing witnessing = witnessing(policy, PATIENCE)) {
            grow(5);
            pass(witnessing);
            database.tamper(
                    "delete from ledger.cosignature; delete from ledger.checkpoint; delete from ledger.tile;"
                            + " delete from ledger.entry where ledger = 'platform' or leaf_index > 2;"
                            + " delete from ledger.erasable_disclosure where leaf_index > 2;"
                            + " update ledger.head set size = 3 where ledger = 't'; delete from ledger.head where ledger = 'platform'");
            Files.delete(home.resolve("high-water"));
            ledger.checkpoints().checkpointAll();
            pass(witnessing);
        }
        assertThat(new Standings(policy, cosignatures, reports).witnesses(PLATFORM))
                .allSatisfy(witness -> assertThat(witness.contradicts()).isTrue());
        assertThat(one.store().refused()).hasSize(1);
    }

    static Stream<Arguments> badWitnesses() {
        return Stream.of(
                Arguments.of("html", BadServer.html()),
                Arguments.of("10 MB", BadServer.huge()),
                Arguments.of("redirect", BadServer.redirecting(URI.create("http://127.0.0.1:9/"))),
                Arguments.of("lies about the size", BadServer.saying(409, "text/x.tlog.size", "999999\n")),
                Arguments.of("knows nobody", BadServer.saying(403, "text/plain", "unknown log")));
    }

    /** Each is recorded and shown; the other witness is asked all the same, and entries are stored all the while. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("badWitnesses")
    void aBadWitnessHoldsUpNobody(String name, BadServer.Behaviour behaviour) throws Exception {
        try (BadServer bad = new BadServer(behaviour)) {
            String line = two.policyLine().replaceAll("http://\\S+", bad.uri().toString());
            TrustPolicy policy = policy(one.policyLine(), line, "quorum one\n");
            try (Witnessing witnessing = witnessing(policy, PATIENCE)) {
                SignedCheckpoint checkpoint = grow(2);
                pass(witnessing);
                assertThat(judge(policy, checkpoint).quorumMet()).as(name).isTrue();
                assertThat(reports.latest(PLATFORM, policy.witnesses().getLast().vkey())
                                .orElseThrow()
                                .state())
                        .isNotEqualTo(AttestorReport.State.GOOD);
                assertThat(grow(1).size()).isGreaterThan(checkpoint.size());
            }
        }
    }

    @Test
    void aWitnessThatStallsHoldsUpNobody() throws Exception {
        try (BadServer bad = new BadServer(BadServer.html())) {
            bad.behave(bad.slow());
            String line = two.policyLine().replaceAll("http://\\S+", bad.uri().toString());
            TrustPolicy policy = policy(one.policyLine(), line, "quorum one\n");
            try (Witnessing witnessing = witnessing(policy, Duration.ofMillis(500))) {
                SignedCheckpoint checkpoint = grow(2);
                pass(witnessing);
                assertThat(judge(policy, checkpoint).quorumMet()).isTrue();
                assertThat(reports.latest(PLATFORM, policy.witnesses().getLast().vkey())
                                .orElseThrow()
                                .state())
                        .isEqualTo(AttestorReport.State.NO_ANSWER);
            }
        }
    }

    @Test
    void whoHasNoUrlIsNotAsked() throws Exception {
        TrustPolicy policy = policy(one.policyLine().replaceAll(" http://\\S+", ""), "quorum one\n");
        try (Witnessing witnessing = witnessing(policy, PATIENCE)) {
            grow(2);
            pass(witnessing);
        }
        assertThat(one.store().all()).isEmpty();
    }

    @Test
    void onlyChangesAreReported() {
        AttestorReport report =
                new AttestorReport(PLATFORM, "w", AttestorReport.State.NO_ANSWER, "down", clock.instant());
        reports.report(report);
        clock.advance(Duration.ofMinutes(1));
        reports.report(new AttestorReport(PLATFORM, "w", AttestorReport.State.NO_ANSWER, "down", clock.instant()));
        assertThat(reports.history(PLATFORM, 10)).hasSize(1);
    }

    @Test
    void pausesGrow() {
        assertThat(Stream.of(1, 2, 3, 9, 10, 1000)
                        .map(n -> Attempts.pause(n, Optional.empty()).toSeconds()))
                .containsExactly(1L, 2L, 4L, 256L, 300L, 300L);
        assertThat(Attempts.pause(1, Optional.of(Duration.ofDays(3)))).isEqualTo(Duration.ofHours(1));
    }
}
