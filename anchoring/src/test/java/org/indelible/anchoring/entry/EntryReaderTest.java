package org.indelible.anchoring.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader refuses even where an author has signed it. */
@Requirement("R05")
class EntryReaderTest {
    private static AuthorKey author;

    private final EntryReader reader = new EntryReader();
    private SealedEntry entry;
    private ParsedEntry parsed;

    @BeforeAll
    static void certifyAuthor() {
        author = Authors.coordinator();
    }

    @BeforeEach
    void seal() throws EntryFormatException {
        entry = new EntrySealer().seal(Events.draft(Events.bloodPressure()), author, SaltSource.secureRandom());
        parsed = reader.parse(entry.compact());
    }

    static Stream<Arguments> payloadEdits() {
        return Stream.of(
                Arguments.of("duplicate key", "{\"jti\":", "{\"jti\":\"x\",\"jti\":"),
                Arguments.of("duplicate key deep inside", "\"form\":", "\"form\":\"x\",\"form\":"),
                Arguments.of("white space", "{\"jti\":", "{ \"jti\":"),
                Arguments.of("unknown claim", "\"evt\":", "\"exp\":1,\"evt\":"),
                Arguments.of(
                        "claims out of order",
                        "\"evt\":\"ItemsRecorded\",\"rev\":\"1\"",
                        "\"rev\":\"1\",\"evt\":\"ItemsRecorded\""),
                Arguments.of("missing claim", "\"rev\":\"1\",", ""),
                Arguments.of("claim of another type", "\"rev\":\"1\"", "\"rev\":1"),
                Arguments.of("null claim", "\"cmd\":\"c-1\"", "\"cmd\":null"),
                Arguments.of("other hash", "\"sha-256\"", "\"sha-512\""),
                Arguments.of("iat without milliseconds", "\"iat\":1772600767.080", "\"iat\":1772600767.08"),
                Arguments.of("iat as integer", "\"iat\":1772600767.080", "\"iat\":1772600767"),
                Arguments.of("ent in another form", "2026-03-04T06:05:00+01:00", "2026-03-04T06:05+01:00"),
                Arguments.of("seq with fraction", "\"seq\":3", "\"seq\":3.0"),
                Arguments.of("negative seq", "\"seq\":3", "\"seq\":-3"),
                Arguments.of("prev at the start of a stream", "\"seq\":3", "\"seq\":0"),
                Arguments.of("reserved name", "\"form\":", "\"~d\":"),
                Arguments.of("reserved name in meta", "\"meta\":{}", "\"meta\":{\"_sd\":[]}"),
                Arguments.of("digests after other properties", "\"data\":{", "\"data\":{\"a\":1,"),
                Arguments.of("empty digest list", "\"data\":{", "\"data\":{\"x\":{\"_sd\":[]},"),
                Arguments.of("class missing", "\"dcl\":[", "\"dcl\":[],\"x\":["),
                Arguments.of("class too many", "\"dcl\":[", "\"dcl\":[\"V:x\","),
                Arguments.of("class unknown", "\"F:reason\"", "\"X:reason\""),
                Arguments.of("name missing", "\"F:reason\"", "\"F\""),
                Arguments.of("name of a property in clear", "\"F:reason\"", "\"F:form\""),
                Arguments.of("reserved property name", "\"F:reason\"", "\"F:_sd\""),
                Arguments.of("name on an array element", "\"I\"", "\"I:x\""),
                Arguments.of("sibling of an array digest", "{\"...\":", "{\"a\":1,\"...\":"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloadEdits")
    void refusesSignedPayloads(String defect, String found, String replacement) {
        assertThat(payload()).as(defect).contains(found);
        String forged = sign(entry.header(), payload().replace(found, replacement));
        assertThatThrownBy(() -> reader.parse(forged)).isInstanceOf(EntryFormatException.class);
    }

    @Test
    void refusesADigestThatOccursTwice() {
        String digest = entry.disclosures().getFirst().digest();
        String other = entry.disclosures().getLast().digest();
        String payload = payload().replace(other, digest);
        assertThatThrownBy(() -> reader.parse(sign(entry.header(), payload)))
                .hasMessage("digest occurs twice: " + digest);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("none", "{\"typ\":\"trial-event+sd-jwt\",\"alg\":\"none\",\"kid\":\"K\"}"),
                Arguments.of("EdDSA", "{\"typ\":\"trial-event+sd-jwt\",\"alg\":\"EdDSA\",\"kid\":\"K\"}"),
                Arguments.of("other type", "{\"typ\":\"JWT\",\"alg\":\"Ed25519\",\"kid\":\"K\"}"),
                Arguments.of(
                        "more", "{\"typ\":\"trial-event+sd-jwt\",\"alg\":\"Ed25519\",\"kid\":\"K\",\"jku\":\"x\"}"),
                Arguments.of("order", "{\"alg\":\"Ed25519\",\"typ\":\"trial-event+sd-jwt\",\"kid\":\"K\"}"),
                Arguments.of("kid", "{\"typ\":\"trial-event+sd-jwt\",\"alg\":\"Ed25519\",\"kid\":\"KK\"}"),
                Arguments.of("empty", "{}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void refusesHeaders(String defect, String header) {
        String encoded = Base64Text.URL.encode(header.replace("K", author.kid()).getBytes(UTF_8));
        assertThatThrownBy(() -> reader.parse(sign(encoded, payload())))
                .as(defect)
                .isInstanceOf(EntryFormatException.class);
    }

    @Test
    void refusesOtherSerialisations() {
        assertThatThrownBy(() -> reader.parse(entry.sdJwt())).isInstanceOf(EntryFormatException.class);
        assertThatThrownBy(() -> reader.parse(entry.compact() + "=")).isInstanceOf(EntryFormatException.class);
        assertThatThrownBy(() -> reader.parse(entry.compact() + "\n")).isInstanceOf(EntryFormatException.class);
        assertThatThrownBy(() -> reader.parse(entry.compact() + ".")).hasMessage("a compact JWS has 3 parts, not 4");
        assertThatThrownBy(() -> reader.parse("x".repeat(EntrySealer.MAX_BYTES + 1)))
                .hasMessage("an entry has at most 32768 characters, not 32769");
    }

    @Test
    void refusesTheSealOfAnother() {
        AuthorKey other = Authors.coordinator();
        assertThatThrownBy(() -> reader.verifySeal(parsed, other.certificate()))
                .hasMessage("entry names certificate " + author.kid() + ", not " + other.kid());
    }

    @Test
    void refusesDisclosuresThatAreRepeatedOrNotReferredTo() {
        String disclosure = entry.disclosures().getFirst().encoded();
        assertThatThrownBy(() -> reader.reassemble(parsed, List.of(disclosure, disclosure)))
                .hasMessageStartingWith("disclosure given twice: ");
        Disclosure foreign = DisclosureCodec.encode(
                new byte[16], Optional.of("reason"), Events.NODES.stringNode("x"), DisclosureClass.FREE_TEXT);
        assertThatThrownBy(() -> reader.reassemble(parsed, List.of(foreign.encoded())))
                .hasMessage("disclosure that the entry does not refer to: " + foreign.digest());
    }

    static Stream<Arguments> disclosures() {
        String salt = Base64Text.URL.encode(new byte[16]);
        return Stream.of(
                Arguments.of("short salt", "[\"AAAA\",\"reason\",\"x\"]"),
                Arguments.of("other name", "[\"" + salt + "\",\"form\",\"x\"]"),
                Arguments.of("array form", "[\"" + salt + "\",\"x\"]"),
                Arguments.of("white space", "[\"" + salt + "\", \"reason\",\"x\"]"),
                Arguments.of("duplicate key", "[\"" + salt + "\",\"reason\",{\"a\":1,\"a\":2}]"),
                Arguments.of("nested digests", "[\"" + salt + "\",\"reason\",{\"_sd\":[]}]"),
                Arguments.of("no array", "{}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disclosures")
    void refusesDisclosures(String defect, String json) throws EntryFormatException {
        String encoded = Base64Text.URL.encode(json.getBytes(UTF_8));
        Disclosure planted = new Disclosure(encoded, Sha256.base64UrlOfAscii(encoded), DisclosureClass.FREE_TEXT);
        String reason = entry.disclosures().getFirst().digest();
        ParsedEntry forged = reader.parse(sign(entry.header(), payload().replace(reason, planted.digest())));
        assertThatThrownBy(() -> reader.reassemble(forged, List.of(encoded)))
                .as(defect)
                .isInstanceOf(EntryFormatException.class);
    }

    @Test
    void messagesHoldNoDisclosedValue() {
        assertThatThrownBy(() -> reader.reassemble(
                        parsed,
                        digest -> new DisclosureState.Disclosed(
                                entry.disclosures().getLast().encoded())))
                .hasMessageNotContaining("M.K.");
    }

    private String payload() {
        try {
            return new String(Base64Text.URL.decode(entry.payload()), UTF_8);
        } catch (EncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String sign(String header, String payload) {
        String signed = header + '.' + Base64Text.URL.encode(payload.getBytes(UTF_8));
        return signed + '.' + Base64Text.URL.encode(author.sign(signed.getBytes(UTF_8)));
    }
}
