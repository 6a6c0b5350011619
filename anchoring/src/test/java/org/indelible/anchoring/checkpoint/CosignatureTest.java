package org.indelible.anchoring.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;

/** Cosignatures over the last checkpoint of tessera's test log, by the witness key it publishes. */
@Requirement("R05")
class CosignatureTest {
    private static final Instant TIME = Instant.ofEpochSecond(1679315147);
    private static final String TEXT = "example.com/log/testdata\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n";
    private static final String WITNESS = "witness+24b37851+BNYV1Ztajd9BvyjP2HgpwrqYL6TjOwIjGMOq8Bu42xbN";
    private static final String LINE =
            "\u2014 witness JLN4UQAAAABkGFDLUWGc9TBIvb66RoDBYPA1aHrgHaurdHoAptD0iaikyjsBtQeDvBO2"
                    + "VpCQEoJv6u+EWy1DB7VhBANWO0n0H/GVBg==";

    @Test
    void theMessageIsThatOfTheSpecification() {
        byte[] message = Cosignature.message(TIME, TEXT.getBytes(UTF_8));
        assertThat(HexFormat.of().formatHex(Sha256.of(message)))
                .isEqualTo("542e962db3fd6d61855c4320ffb32806bffa826f966fd405a4e53cbb520579ba");
    }

    @Test
    void cosigns() throws CheckpointFormatException {
        byte[] typedSeed = Base64.getDecoder().decode("AaLa/dfyBhyo/m0Z7WCi98ENVZWtrP8pxgRNrx7tIWiA");
        byte[] seed = Arrays.copyOfRange(typedSeed, 1, 33);
        CosignatureSigner witness = new CosignatureSigner("witness", Ed25519Signer.ofSeed(seed));
        assertThat(witness.verifierKey()).hasToString(WITNESS);
        assertThat(witness.cosign(Checkpoint.parse(TEXT), TIME)).hasToString(LINE);
    }

    @Test
    void verifies() throws Exception {
        SignedNote note = new SignedNote(TEXT, List.of(NoteSignature.parseLine(LINE)));
        List<NoteSignature> good = note.verify(List.of(CosignatureVerifier.of(WITNESS)));
        assertThat(CosignatureVerifier.time(good.getFirst())).isEqualTo(TIME);
        SignedNote other = new SignedNote(TEXT.replace("15", "16"), note.signatures());
        assertThatThrownBy(() -> other.verify(List.of(CosignatureVerifier.of(WITNESS))))
                .isInstanceOf(NoteVerificationException.class);
    }

    @Test
    void readsThePublishedTime() throws Exception {
        NoteSignature signature = NoteSignature.parseLine(
                "\u2014 w ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==");
        assertThat(CosignatureVerifier.time(signature)).isEqualTo(Instant.ofEpochSecond(1727964367));
    }

    @Test
    void publishedKeysHaveTheirIds() throws NoteFormatException {
        assertThat(VerifierKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")
                        .type())
                .isEqualTo(VerifierKey.COSIGNATURE);
        assertThat(VerifierKey.parse("TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6")
                        .type())
                .isEqualTo(VerifierKey.ED25519);
        assertThatThrownBy(() -> CosignatureVerifier.of("TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6"))
                .hasMessage("key of TEST: expected signature type 4 or 6, found 1");
    }

    @Test
    void refusesTimesAndLengthsThatCannotBe() {
        byte[] negative = new byte[Cosignature.ED25519_BYTES];
        negative[0] = (byte) 0x80;
        assertThatThrownBy(() -> Cosignature.parse(negative)).isInstanceOf(CheckpointFormatException.class);
        assertThatThrownBy(() -> Cosignature.parse(new byte[75]))
                .hasMessage("a cosignature has 72 or 2428 bytes, not 75");
    }
}
