package org.indelible.anchoring.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Notes published by C2SP and golang.org/x/mod. */
@Requirement("R05")
class SignedNoteTest {
    private static final String NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String NEUMANN_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String NEUMANN_LINE = "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuG"
            + "UgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_LINE = "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF"
            + "1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final String BLANK = "\n";

    static Stream<JsonNode> publishedNotes() {
        return JsonFixture.read(Fixtures.path("crypto/tlog/notes_and_checkpoint_cases.json"))
                .get("signed_notes")
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("publishedNotes")
    void opensPublishedNotes(JsonNode vector) throws Exception {
        byte[] bytes = vector.get("note").stringValue().getBytes(UTF_8);
        SignedNote note = SignedNote.parse(bytes);
        assertThat(note.verify(List.of(NoteVerifier.ed25519(vector.get("vkey").stringValue()))))
                .isEqualTo(note.signatures());
        assertThat(note.toBytes()).isEqualTo(bytes);
    }

    @Test
    void opensTheExampleOfTheSpecification() throws Exception {
        SignedNote note =
                parse("This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXpp"
                        + "zi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        NoteVerifier key =
                NoteVerifier.ed25519("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        assertThat(note.verify(List.of(key))).hasSize(1);
    }

    @Test
    void signsAsOthersDo() throws NoteFormatException {
        NoteSigner neumann = NoteSigner.parse(NEUMANN_SECRET);
        NoteSigner enoch = NoteSigner.of("EnochRoot", Ed25519Signer.ofSeed(new byte[32]));
        assertThat(neumann.verifierKey()).hasToString(NEUMANN);
        assertThat(enoch.verifierKey()).hasToString(ENOCH);
        assertThat(SignedNote.sign(TEXT, neumann, enoch)).hasToString(TEXT + BLANK + NEUMANN_LINE + ENOCH_LINE);
    }

    /** C2SP issue 99, in its corrected form: a checkpoint signed with a known seed. */
    @Test
    void reproducesASignatureByteForByte() throws NoteFormatException {
        byte[] seed = new byte[32];
        seed[0] = 0x11;
        String origin = "sigsum.org/v1/tree/e796172b92befd62d9dc67e41c2f5bc9d3100a3023b20b1ca40288dd1c679e69";
        NoteSignature signature = NoteSigner.of(origin, Ed25519Signer.ofSeed(seed))
                .sign(origin + "\n10\nHA5HAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        assertThat(signature.toString())
                .endsWith(
                        " gJ2ho0n8F8olcerUF1FFdv235A/5as/coWrpLrtE7ovMeP5whgwouYExowG/lTznxu6OUGjjt5yJQ6bXtTcf718MqAQ=");
    }

    @Test
    void signaturesOfUnknownKeysAreIgnoredButOneMustBeKnown() throws Exception {
        SignedNote note = parse(TEXT + BLANK + NEUMANN_LINE + ENOCH_LINE);
        assertThat(note.verify(List.of(NoteVerifier.ed25519(ENOCH)))).hasSize(1);
        NoteVerifier other =
                NoteVerifier.ed25519("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        assertThatThrownBy(() -> note.verify(List.of(other)))
                .isInstanceOf(NoteVerificationException.class)
                .hasMessage(
                        "expected a signature of one of [example.com/foo], found those of [PeterNeumann, EnochRoot]");
    }

    @Test
    void aBadSignatureOfAKnownKeyRefusesTheNote() throws Exception {
        SignedNote note = parse("Other text.\n" + BLANK + NEUMANN_LINE + ENOCH_LINE);
        List<NoteVerifier> keys = List.of(NoteVerifier.ed25519(NEUMANN), NoteVerifier.ed25519(ENOCH));
        assertThatThrownBy(() -> note.verify(keys)).hasMessage("bad signature of PeterNeumann with key c74f20a3");
    }

    static Stream<Arguments> malformedNotes() {
        String good = TEXT + BLANK + NEUMANN_LINE;
        return Stream.of(
                Arguments.of("no signature", TEXT + BLANK),
                Arguments.of("no empty line", TEXT + NEUMANN_LINE),
                Arguments.of("no last newline", good.substring(0, good.length() - 1)),
                Arguments.of("control character", "a\u0001b\n" + BLANK + NEUMANN_LINE),
                Arguments.of("carriage return", "a\r\n" + BLANK + NEUMANN_LINE),
                Arguments.of("name with space", TEXT + BLANK + NEUMANN_LINE.replace("PeterNeumann", "Peter Neumann")),
                Arguments.of("name with wide space", TEXT + BLANK + NEUMANN_LINE.replace("Peter", "Peter\u3000")),
                Arguments.of("name with plus", TEXT + BLANK + NEUMANN_LINE.replace("Peter", "Peter+")),
                Arguments.of("no name", TEXT + BLANK + NEUMANN_LINE.replace("PeterNeumann", "")),
                Arguments.of("line after signatures", good + "more\n"),
                Arguments.of("empty line after signatures", good + BLANK),
                Arguments.of("hyphen for dash", TEXT + BLANK + NEUMANN_LINE.replace('\u2014', '-')),
                Arguments.of("stray bits in base64", TEXT + BLANK + NEUMANN_LINE.replace("nAM=", "nAN=")),
                Arguments.of("no padding", TEXT + BLANK + NEUMANN_LINE.replace("nAM=", "nAM")),
                Arguments.of("key id only", TEXT + BLANK + "\u2014 PeterNeumann x08gow==\n"),
                Arguments.of("101 signatures", TEXT + BLANK + NEUMANN_LINE.repeat(101)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedNotes")
    void refuses(String defect, String note) {
        assertThatThrownBy(() -> parse(note)).as(defect).isInstanceOf(NoteFormatException.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] bytes = ("X" + TEXT + BLANK + NEUMANN_LINE).getBytes(UTF_8);
        bytes[0] = (byte) 0xff;
        assertThatThrownBy(() -> SignedNote.parse(bytes)).isInstanceOf(NoteFormatException.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        String text = "x".repeat(SignedNote.MAX_BYTES) + "\n";
        assertThatThrownBy(() -> parse(text + BLANK + NEUMANN_LINE))
                .hasMessageStartingWith("a note has at most 1000000");
    }

    @Test
    void takesAHundredSignatures() throws Exception {
        SignedNote note = parse(TEXT + BLANK + NEUMANN_LINE.repeat(100));
        assertThat(new ArrayList<>(note.verify(List.of(NoteVerifier.ed25519(NEUMANN)))))
                .hasSize(100);
    }

    static Stream<Arguments> malformedKeys() {
        return Stream.of(
                Arguments.of("length", "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="),
                Arguments.of("type", "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"),
                Arguments.of("key id", NEUMANN.replace("c74f20a3", "c74f20a4")),
                Arguments.of("upper case", NEUMANN.replace("c74f20a3", "C74F20A3")),
                Arguments.of("name", NEUMANN.replace("PeterNeumann", "Peter Neumann")),
                Arguments.of("no name", NEUMANN.replace("PeterNeumann", "")),
                Arguments.of("parts", "PeterNeumann+c74f20a3"),
                Arguments.of("small order", "x+00000000+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedKeys")
    void refusesKey(String defect, String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).as(defect).isInstanceOf(NoteFormatException.class);
        assertThatThrownBy(() -> NoteSigner.parse("PRIVATE+KEY+" + vkey)).isInstanceOf(NoteFormatException.class);
    }

    private static SignedNote parse(String note) throws NoteFormatException {
        return SignedNote.parse(note.getBytes(UTF_8));
    }
}
