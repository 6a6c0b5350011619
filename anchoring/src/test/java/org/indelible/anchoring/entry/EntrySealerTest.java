package org.indelible.anchoring.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Requirement("R05")
class EntrySealerTest {
    private final EntrySealer sealer = new EntrySealer();

    /** The bytes of an entry never change: a difference here is a new format, not a new golden file. */
    @Test
    void bytesAreTheGoldenOnes() throws Exception {
        SealedEntry entry = sealer.seal(Events.draft(Events.bloodPressure()), goldenAuthor(), countingSalts());
        assertThat(readable(entry)).isEqualTo(new String(resource("blood-pressure.golden"), UTF_8));
    }

    @Test
    void timesAreSecondsWithThreeDecimals() {
        assertThat(Payload.numericDate(Instant.parse("2026-03-04T05:06:07.080Z")))
                .hasToString("1772600767.080");
        assertThat(Payload.numericDate(Instant.EPOCH)).hasToString("0.000");
        assertThat(Payload.numericDate(Instant.ofEpochMilli(-1))).hasToString("-0.001");
    }

    @Test
    void refusesWhatIsTooLargeBeforeSealing() {
        ObjectNode data = Events.NODES.objectNode();
        data.set("text", Events.leaf(DisclosureClass.FREE_TEXT, Events.NODES.stringNode("x".repeat(24_000))));
        assertThatThrownBy(() -> sealer.seal(Events.draft(data), Authors.coordinator(), countingSalts()))
                .isInstanceOf(EntryTooLargeException.class)
                .hasMessageStartingWith("an entry with its disclosures has at most 32768 bytes, this one would have 3");
    }

    @Test
    void theSizeIsThatOfTheSdJwt() {
        AuthorKey author = Authors.coordinator();
        int empty = sealer.seal(text(0), author, countingSalts()).sdJwt().length();
        int fitting = (EntrySealer.MAX_BYTES - empty) * 3 / 4;
        assertThat(sealer.seal(text(fitting - 2), author, countingSalts()).sdJwt())
                .hasSizeBetween(EntrySealer.MAX_BYTES - 4, EntrySealer.MAX_BYTES);
        assertThatThrownBy(() -> sealer.seal(text(fitting + 2), author, countingSalts()))
                .isInstanceOf(EntryTooLargeException.class);
    }

    private static EntryDraft text(int length) {
        return Events.draft(Events.NODES.objectNode().put("text", "x".repeat(length)));
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("fraction", "{\"a\":1.5}"),
                Arguments.of("large number", "{\"a\":9007199254740992}"),
                Arguments.of("reserved name", "{\"_sd\":[]}"),
                Arguments.of("reserved name in an array", "{\"a\":[{\"...\":\"x\"}]}"),
                Arguments.of("data itself disclosable", "{\"~d\":{\"c\":\"V\",\"v\":1}}"),
                Arguments.of(
                        "nested disclosable field",
                        "{\"a\":{\"~d\":{\"c\":\"V\",\"v\":{\"~d\":{\"c\":\"V\",\"v\":1}}}}}"),
                Arguments.of("no value", "{\"a\":{\"~d\":{\"c\":\"V\"}}}"),
                Arguments.of("no class", "{\"a\":{\"~d\":{\"v\":1}}}"),
                Arguments.of("unknown class", "{\"a\":{\"~d\":{\"c\":\"X\",\"v\":1}}}"),
                Arguments.of("erased field", "{\"a\":{\"~d\":{\"c\":\"V\",\"s\":\"erased\"}}}"),
                Arguments.of("sibling of the mark", "{\"a\":{\"~d\":{\"c\":\"V\",\"v\":1},\"b\":1}}"),
                Arguments.of("half a surrogate pair", "{\"a\":\"\\ud800\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void refuses(String defect, String data) {
        EntryDraft draft = Events.draft((ObjectNode) JsonMapper.shared().readTree(data));
        assertThatThrownBy(() -> sealer.seal(draft, Authors.coordinator(), countingSalts()))
                .as(defect)
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The parts of an entry as people can compare them, with the encoded ones that the bytes depend on. */
    private static String readable(SealedEntry entry) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append("entry ").append(entry.compact()).append('\n');
        text.append("hash ").append(entry.entryHash()).append('\n');
        text.append("leaf ")
                .append(Base64.getEncoder().encodeToString(entry.leafHash()))
                .append('\n');
        text.append("header ").append(decoded(entry.header())).append('\n');
        text.append("payload ").append(decoded(entry.payload())).append('\n');
        for (Disclosure disclosure : entry.disclosures()) {
            text.append("disclosure ").append(disclosure.digest()).append(' ');
            text.append(disclosure.disclosureClass().letter()).append(' ');
            text.append(decoded(disclosure.encoded())).append('\n');
        }
        return text.toString();
    }

    private static String decoded(String part) throws Exception {
        return new String(Base64Text.URL.decode(part), UTF_8);
    }

    private static AuthorKey goldenAuthor() throws Exception {
        AuthorCertificate certificate = AuthorCertificate.parse(resource("author.golden.der"));
        return new AuthorKey(Ed25519Signer.ofSeed(new byte[32]), certificate);
    }

    private static SaltSource countingSalts() {
        AtomicInteger count = new AtomicInteger();
        return () -> {
            byte[] salt = new byte[SaltSource.SALT_BYTES];
            salt[0] = (byte) count.incrementAndGet();
            return salt;
        };
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = EntrySealerTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }
}
