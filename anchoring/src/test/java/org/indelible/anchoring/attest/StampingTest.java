package org.indelible.anchoring.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.testing.BadServer;
import org.indelible.anchoring.testing.OpenSsl;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestAuthority;
import org.indelible.anchoring.testing.TestClock;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.timestamp.EvidenceRecord;
import org.indelible.anchoring.timestamp.EvidenceVerifier;
import org.indelible.anchoring.timestamp.ImprintAlgorithm;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.timestamp.TimestampVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A real ledger stamped by a BouncyCastle authority over HTTP, and by servers that are none. */
@Requirement({"R05", "R06"})
class StampingTest {
    private static final String PLATFORM = "platform";
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    private Path home;

    private final TestClock clock = new TestClock(Instant.now());
    private final TestAuthority authority = new TestAuthority("Authority", clock, YEAR);
    private TestDatabase database;
    private TestLedger ledger;
    private BadServer server;
    private TimestampTokens tokens;
    private AttestorReports reports;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home);
        server = new BadServer(answering(authority));
        tokens = new TimestampTokens(database.application());
        reports = new AttestorReports(database.application());
    }

    @AfterEach
    void close() {
        server.close();
        ledger.close();
        database.close();
    }

    private static BadServer.Behaviour answering(TestAuthority authority) {
        return (exchange, request) ->
                BadServer.send(exchange, 200, "application/timestamp-reply", authority.answer(request));
    }

    private Stamping stamping(ImprintAlgorithm algorithm, X509Certificate... trusted) {
        return stamping(Duration.ofSeconds(10), algorithm, trusted);
    }

    private Stamping stamping(Duration patience, ImprintAlgorithm algorithm, X509Certificate... trusted) {
        TimestampAuthority configured = new TimestampAuthority("authority", server.uri(), List.of(trusted), algorithm);
        return new Stamping(
                new StampingSettings(
                        List.of(configured), List.of(PLATFORM), Duration.ofHours(1), Duration.ofDays(30), patience),
                ledger.checkpoints(),
                new Announcements(database.application()),
                tokens,
                reports,
                clock);
    }

    private SignedCheckpoint grow(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger.append("t", "s", TestLedger.data("" + i));
        }
        ledger.checkpoints().checkpointAll();
        return ledger.checkpoints().latest(PLATFORM).orElseThrow();
    }

    private static void pass(Stamping stamping) {
        stamping.pass();
        stamping.await();
    }

    @Test
    void checkpointsAreStampedOnSchedule() throws Exception {
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            SignedCheckpoint first = grow(2);
            pass(stamping);
            SignedCheckpoint second = grow(2);
            pass(stamping);
            assertThat(tokens.upTo(PLATFORM, Long.MAX_VALUE))
                    .extracting(StoredTimestamp::size)
                    .containsExactly(first.size());
            clock.advance(Duration.ofHours(2));
            pass(stamping);
            assertThat(tokens.upTo(PLATFORM, Long.MAX_VALUE))
                    .extracting(StoredTimestamp::size)
                    .containsExactly(first.size(), second.size());
            pass(stamping);
            assertThat(server.asked()).isEqualTo(2);
        }
    }

    @Test
    void opensslVerifiesWhatIsKept() throws Exception {
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            SignedCheckpoint checkpoint = grow(2);
            pass(stamping);
            StoredTimestamp stamp = tokens.latest(PLATFORM, "authority").orElseThrow();
            OpenSsl.Verdict verdict = OpenSsl.verifyTimestamp(
                    checkpoint.note().getBytes(UTF_8),
                    stamp.token(),
                    authority.rootPem(),
                    Files.createDirectory(home.resolve("openssl")));
            assertThat(verdict.accepted()).as(verdict.output()).isTrue();
        }
    }

    /** A lock of a trial's casebook: stamped with the first platform checkpoint that holds the trial's checkpoint that holds the lock. */
    @Test
    void whatMattersIsStampedAtOnce() {
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            grow(2);
            pass(stamping);
            long lock = ledger.append("t", "s", TestLedger.data("lock")).leafIndex();
            stamping.want("t", lock, "a lock");
            pass(stamping);
            assertThat(tokens.upTo(PLATFORM, Long.MAX_VALUE))
                    .as("no checkpoint covers it yet")
                    .hasSize(1);
            SignedCheckpoint covering = grow(0);
            pass(stamping);
            assertThat(tokens.latest(PLATFORM, "authority").orElseThrow())
                    .extracting(StoredTimestamp::size, StoredTimestamp::cause)
                    .containsExactly(covering.size(), "a lock");
            grow(2);
            pass(stamping);
            assertThat(tokens.upTo(PLATFORM, Long.MAX_VALUE))
                    .as("once is enough")
                    .hasSize(2);
        }
    }

    @Test
    void tokensAreRenewedBeforeTheyEndAndRehashedOnAChangeOfAlgorithm() throws Exception {
        SignedCheckpoint checkpoint = grow(2);
        byte[] note = checkpoint.note().getBytes(UTF_8);
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            pass(stamping);
        }
        clock.advance(Duration.ofDays(350));
        TestAuthority second = new TestAuthority("Authority 2", clock, YEAR);
        server.behave(answering(second));
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root(), second.root())) {
            pass(stamping);
        }
        clock.advance(Duration.ofDays(350));
        TestAuthority third = new TestAuthority("Authority 3", clock, YEAR);
        server.behave(answering(third));
        X509Certificate[] trusted = {authority.root(), second.root(), third.root()};
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_512, trusted)) {
            pass(stamping);
            pass(stamping);
        }
        StoredEvidence kept =
                tokens.evidence(PLATFORM, checkpoint.size(), "authority").orElseThrow();
        assertThat(kept.renewal()).isEqualTo(2);
        EvidenceRecord record = EvidenceRecord.parse(kept.record());
        assertThat(record.tokens())
                .extracting(TimestampToken::algorithm)
                .containsExactly(ImprintAlgorithm.SHA_256, ImprintAlgorithm.SHA_256, ImprintAlgorithm.SHA_512);
        assertThat(new EvidenceVerifier(new TimestampVerifier(List.of(trusted), List.of()))
                        .verify(record, note)
                        .verifiableUntil())
                .isEqualTo(kept.verifiableUntil());
    }

    static Stream<Arguments> badAuthorities() {
        return Stream.of(
                Arguments.of("html", BadServer.html(), "not a time-stamp response"),
                Arguments.of("10 MB", BadServer.huge(), "more than"),
                Arguments.of("redirect", BadServer.redirecting(URI.create("http://127.0.0.1:9/")), "status 307"),
                Arguments.of("error", BadServer.saying(503, "text/plain", "closed"), "status 503: closed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAuthorities")
    void anythingElseIsRecordedAndAskedAgainLater(String name, BadServer.Behaviour behaviour, String reason) {
        server.behave(behaviour);
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            grow(2);
            pass(stamping);
            pass(stamping);
            assertThat(server.asked()).as(name).isEqualTo(1);
            assertThat(reports.latest(PLATFORM, "authority").orElseThrow().detail())
                    .contains(reason);
            server.behave(answering(authority));
            clock.advance(Duration.ofSeconds(2));
            pass(stamping);
            assertThat(tokens.latest(PLATFORM, "authority")).isPresent();
        }
    }

    @Test
    void anAuthorityThatStallsHoldsUpNobody() {
        server.behave(server.slow());
        try (Stamping stamping = stamping(Duration.ofMillis(200), ImprintAlgorithm.SHA_256, authority.root())) {
            grow(2);
            stamping.pass();
            assertThat(grow(2).size()).as("entries and checkpoints go on").isPositive();
            stamping.await();
            assertThat(reports.latest(PLATFORM, "authority").orElseThrow().state())
                    .isEqualTo(AttestorReport.State.NO_ANSWER);
            assertThat(tokens.latest(PLATFORM, "authority")).isEmpty();
        }
    }

    @Test
    void anAuthorityThatIsDownIsSaid() {
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            server.close();
            grow(2);
            pass(stamping);
            assertThat(reports.latest(PLATFORM, "authority").orElseThrow().state())
                    .isEqualTo(AttestorReport.State.NO_ANSWER);
        }
    }

    /** The answer to an earlier request, of which nobody can tell by its signature that it is one. */
    @Test
    void aTokenThatWasGivenBeforeIsNotKept() {
        List<byte[]> requests = new CopyOnWriteArrayList<>();
        server.behave((exchange, request) -> {
            requests.add(request);
            BadServer.send(exchange, 200, "application/timestamp-reply", authority.answer(requests.getFirst()));
        });
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            SignedCheckpoint stamped = grow(2);
            pass(stamping);
            clock.advance(Duration.ofHours(2));
            grow(2);
            pass(stamping);
            assertThat(tokens.latest(PLATFORM, "authority").orElseThrow().size())
                    .isEqualTo(stamped.size());
            assertThat(reports.latest(PLATFORM, "authority").orElseThrow().state())
                    .isEqualTo(AttestorReport.State.NO_ANSWER);
        }
    }

    @Test
    void anotherAuthoritysTokenIsNotKept() {
        server.behave(answering(new TestAuthority("Stranger", clock, YEAR)));
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            grow(2);
            pass(stamping);
            assertThat(tokens.latest(PLATFORM, "authority")).isEmpty();
            assertThat(reports.latest(PLATFORM, "authority").orElseThrow().detail())
                    .contains("no path from");
        }
    }

    @Test
    void aClockThatDiffersIsSaid() {
        server.behave((exchange, request) -> BadServer.send(
                exchange,
                200,
                "application/timestamp-reply",
                authority.answer(request, clock.instant().plus(Duration.ofDays(2)))));
        try (Stamping stamping = stamping(ImprintAlgorithm.SHA_256, authority.root())) {
            grow(2);
            pass(stamping);
            assertThat(reports.latest(PLATFORM, "authority").orElseThrow().detail())
                    .contains("its clock says more than ours");
        }
    }
}
