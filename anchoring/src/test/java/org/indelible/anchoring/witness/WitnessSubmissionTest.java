package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.BadServer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our client against our witness over HTTP, and against servers that are none. */
@Requirement("R05")
class WitnessSubmissionTest {
    private final TestLog log = new TestLog("example.org/log");
    private final WitnessClient client = new WitnessClient(Duration.ofSeconds(10));

    @TempDir
    private Path directory;

    private List<Cosigner> cosigners = List.of();
    private FileWitnessStore store;
    private WitnessServer server;

    @BeforeEach
    void start() throws Exception {
        cosigners = WitnessKeys.of("w.example", Ed25519Signer.generate(new SecureRandom()));
        store = FileWitnessStore.open(directory.resolve("seen.json"));
        Witness witness = new Witness(List.of(log.verifierKey()), cosigners, store, Clock.systemUTC());
        server = WitnessServer.start(
                witness, "w.example <b>", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        store.close();
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.address().getPort());
    }

    private WitnessOutcome submit(URI where, Cosigner key, String history, long lastCosigned, long size) {
        return new WitnessSubmission(client, where, key.verifier())
                .submit(log.checkpoint(history, size), lastCosigned, TestLog.tree(history));
    }

    @Test
    void isCosignedByEitherKey() {
        for (Cosigner key : cosigners) {
            assertThat(submit(uri(), key, "a", 0, 5)).isInstanceOf(WitnessOutcome.Cosigned.class);
        }
    }

    @Test
    void findsOutWhatTheWitnessHas() {
        submit(uri(), cosigners.getFirst(), "a", 0, 5);
        assertThat(submit(uri(), cosigners.getFirst(), "a", 0, 9)).isInstanceOf(WitnessOutcome.Cosigned.class);
        assertThat(submit(uri(), cosigners.getFirst(), "a", 3, 300)).isInstanceOf(WitnessOutcome.Cosigned.class);
        assertThat(store.latest("example.org/log").orElseThrow().size()).isEqualTo(300);
    }

    @Test
    void saysThatTheWitnessHoldsAnotherHistory() {
        submit(uri(), cosigners.getFirst(), "a", 0, 8);
        assertThat(submit(uri(), cosigners.getFirst(), "b", 0, 12)).isInstanceOf(WitnessOutcome.Contradicted.class);
        assertThat(submit(uri(), cosigners.getFirst(), "b", 0, 8)).isInstanceOf(WitnessOutcome.Contradicted.class);
        assertThat(submit(uri(), cosigners.getFirst(), "a", 0, 5))
                .isEqualTo(new WitnessOutcome.Contradicted(
                        "it has cosigned 8 entries of this log; the latest checkpoint here has 5"));
    }

    @Test
    void saysThatTheWitnessDoesNotKnowTheLog() {
        TestLog other = new TestLog("example.org/other");
        WitnessOutcome outcome = new WitnessSubmission(
                        client, uri(), cosigners.getFirst().verifier())
                .submit(other.checkpoint("a", 5), 0, TestLog.tree("a"));
        assertThat(outcome).isInstanceOf(WitnessOutcome.Refused.class);
    }

    @Test
    void monitorsReadTheLatestCheckpoint() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI endpoint = URI.create(uri() + "/" + WitnessServer.hash("example.org/log") + "/checkpoint");
        HttpRequest get = HttpRequest.newBuilder(endpoint).build();
        assertThat(http.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(404);
        submit(uri(), cosigners.getFirst(), "a", 0, 5);
        HttpResponse<byte[]> answer = http.send(get, HttpResponse.BodyHandlers.ofByteArray());
        SignedNote note = SignedNote.parse(answer.body());
        assertThat(note.signatures()).hasSize(3);
        assertThat(Checkpoint.of(note).size()).isEqualTo(5);
    }

    @Test
    void thePageShowsWhatWasSeenAndRefused() throws Exception {
        submit(uri(), cosigners.getFirst(), "a", 0, 1234);
        submit(uri(), cosigners.getFirst(), "b", 1234, 1234);
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(uri() + "/")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.body())
                .contains("1,234", "Refused checkpoints", "w.example &lt;b&gt;")
                .doesNotContain("<b>")
                .contains(cosigners.getLast().verifier().encodedKey().toString());
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void tooLargeARequestIsNotRead() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(uri() + "/add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[600 * 1024]))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    static Stream<Arguments> badWitnesses() {
        return Stream.of(
                Arguments.of("html", BadServer.html(), "not signature lines"),
                Arguments.of("10 MB", BadServer.huge(), "more than 524288 bytes"),
                Arguments.of("redirect", BadServer.redirecting(URI.create("http://127.0.0.1:9/")), "status 307"),
                Arguments.of("error", BadServer.saying(500, "text/plain", "oh no"), "status 500: oh no"),
                Arguments.of("nothing", BadServer.saying(200, "text/plain", ""), "0 signature lines"),
                Arguments.of("size that cannot be", BadServer.saying(409, "text/x.tlog.size", "-1\n"), "did not say"),
                Arguments.of(
                        "size that is the same", BadServer.saying(409, "text/x.tlog.size", "0\n"), "named the same"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badWitnesses")
    void anythingElseIsNoCosignature(String name, BadServer.Behaviour behaviour, String reason) {
        try (BadServer bad = new BadServer(behaviour)) {
            assertThat(submit(bad.uri(), cosigners.getFirst(), "a", 0, 5))
                    .as(name)
                    .isInstanceOfSatisfying(
                            WitnessOutcome.NoAnswer.class,
                            none -> assertThat(none.reason()).contains(reason));
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (BadServer target = new BadServer(BadServer.html());
                BadServer bad = new BadServer(BadServer.redirecting(target.uri()))) {
            submit(bad.uri(), cosigners.getFirst(), "a", 0, 5);
            assertThat(bad.asked()).isEqualTo(1);
            assertThat(target.asked()).isZero();
        }
    }

    @Test
    void aWitnessThatStallsIsGivenUp() {
        try (WitnessClient impatient = new WitnessClient(Duration.ofMillis(300));
                BadServer bad = new BadServer(BadServer.html())) {
            bad.behave(bad.slow());
            WitnessOutcome outcome = new WitnessSubmission(
                            impatient, bad.uri(), cosigners.getFirst().verifier())
                    .submit(log.checkpoint("a", 5), 0, TestLog.tree("a"));
            assertThat(outcome).isInstanceOf(WitnessOutcome.NoAnswer.class);
        }
    }

    @Test
    void aWitnessThatIsDown() {
        BadServer gone = new BadServer(BadServer.html());
        URI where = gone.uri();
        gone.close();
        assertThat(submit(where, cosigners.getFirst(), "a", 0, 5))
                .isInstanceOfSatisfying(
                        WitnessOutcome.NoAnswer.class,
                        none -> assertThat(none.reason()).startsWith("no answer"));
    }

    @Test
    void aWitnessThatNamesAnotherSizeEachTime() {
        try (BadServer bad = new BadServer(BadServer.html())) {
            bad.behave((exchange, request) ->
                    BadServer.send(exchange, 409, "text/x.tlog.size", (bad.asked() + "\n").getBytes(UTF_8)));
            assertThat(submit(bad.uri(), cosigners.getFirst(), "a", 0, 50)).isInstanceOf(WitnessOutcome.NoAnswer.class);
            assertThat(bad.asked()).isEqualTo(3);
        }
    }

    @Test
    void theCosignatureOfAnotherKeyOrCheckpointDoesNotCount() throws Exception {
        Cosigner stranger = WitnessKeys.of("w.example", Ed25519Signer.generate(new SecureRandom()))
                .getFirst();
        Checkpoint asked = Checkpoint.of(log.checkpoint("a", 5));
        Checkpoint other = Checkpoint.of(log.checkpoint("a", 4));
        Instant now = Instant.now();
        try (BadServer bad = new BadServer(BadServer.saying(200, "text/plain", stranger.cosign(asked, now) + "\n"))) {
            assertThat(submit(bad.uri(), cosigners.getFirst(), "a", 0, 5))
                    .isInstanceOfSatisfying(
                            WitnessOutcome.NoAnswer.class,
                            none -> assertThat(none.reason()).contains("other keys"));
            bad.behave(BadServer.saying(200, "text/plain", cosigners.getFirst().cosign(other, now) + "\n"));
            assertThat(submit(bad.uri(), cosigners.getFirst(), "a", 0, 5))
                    .isInstanceOfSatisfying(
                            WitnessOutcome.NoAnswer.class,
                            none -> assertThat(none.reason()).contains("not its key's"));
        }
    }

    /** litewitness answers 403 for a log that it does not know; transparency-dev/witness answers 409 without a size for a split view. */
    @Test
    void understandsTheOtherWitnesses() {
        try (BadServer peer = new BadServer(BadServer.saying(403, "text/plain", "unknown log\n"))) {
            assertThat(submit(peer.uri(), cosigners.getFirst(), "a", 0, 5)).isInstanceOf(WitnessOutcome.Refused.class);
            peer.behave(BadServer.saying(409, "text/plain", ""));
            assertThat(submit(peer.uri(), cosigners.getFirst(), "a", 5, 5))
                    .isInstanceOf(WitnessOutcome.Contradicted.class);
            peer.behave((exchange, request) -> {
                exchange.getResponseHeaders().set("Retry-After", "120");
                BadServer.send(exchange, 429, "text/plain", "busy\n".getBytes(UTF_8));
            });
            assertThat(submit(peer.uri(), cosigners.getFirst(), "a", 0, 5))
                    .isInstanceOfSatisfying(
                            WitnessOutcome.NoAnswer.class,
                            busy -> assertThat(busy.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(120))));
        }
    }
}
