package org.indelible.anchoring.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.MlDsa44Key;
import org.indelible.anchoring.primitive.MlDsa44Signer;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** ML-DSA-44 cosignatures over the last checkpoint of tessera's test log. */
@Requirement("R05")
class MlDsa44CosignatureTest {
    private static final Instant TIME = Instant.ofEpochSecond(1679315147);
    private static final String TEXT = "example.com/log/testdata\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n";
    private static final String MESSAGE =
            "737562747265652f76310a00137769746e6573732e6578616d706c652f70713100000000641850cb186578616d706c652e636f6d2f6c6f672f"
                    + "74657374646174610000000000000000000000000000000faca6c38a90af86e5f5199ee0e4105ef2c03a05b27b8daff59e4e36eefdfcddcb";
    private static final String NAME = "witness.example/pq1";

    private static MlDsa44Signer key() {
        byte[] seed = new byte[MlDsa44Signer.SEED_BYTES];
        Arrays.fill(seed, (byte) 0x2a);
        return MlDsa44Signer.ofSeed(seed);
    }

    @Test
    void theMessageIsThatOfTheSpecification() throws Exception {
        assertThat(HexFormat.of().formatHex(SubtreeMessage.of(NAME, TIME, Checkpoint.parse(TEXT))))
                .isEqualTo(MESSAGE);
    }

    @Test
    void theKeyOfTheSeedHasItsId() throws Exception {
        assertThat(HexFormat.of().formatHex(Sha256.of(key().verifier().encoded())))
                .isEqualTo("d87f8ca136ac1aa55e2d6c4521680efb3a378cbb9bc0bfb446e9c60893931ea3");
        MlDsa44CosignatureSigner signer = new MlDsa44CosignatureSigner(NAME, key());
        assertThat(signer.verifier().keyId()).hasToString("99ced774");
        assertThat(CosignatureVerifier.of(signer.verifier().encodedKey().toString()))
                .isEqualTo(signer.verifier());
    }

    @Test
    void cosignsAndVerifies() throws Exception {
        MlDsa44CosignatureSigner signer = new MlDsa44CosignatureSigner(NAME, key());
        NoteSignature line = signer.cosign(Checkpoint.parse(TEXT), TIME);
        assertThat(line.signature()).hasSize(8 + 2420);
        SignedNote note = SignedNote.parse(new SignedNote(TEXT, List.of(line)).toBytes());
        assertThat(CosignatureVerifier.time(
                        note.verify(List.of(signer.verifier())).getFirst()))
                .isEqualTo(TIME);
    }

    @Test
    void refusesAnotherSizeAnotherTimeAndNoTime() throws Exception {
        MlDsa44CosignatureSigner signer = new MlDsa44CosignatureSigner(NAME, key());
        NoteSignature line = signer.cosign(Checkpoint.parse(TEXT), TIME);
        SignedNote other = new SignedNote(TEXT.replace("\n15\n", "\n16\n"), List.of(line));
        assertThatThrownBy(() -> other.verify(List.of(signer.verifier())))
                .isInstanceOf(NoteVerificationException.class);
        byte[] later = line.signature();
        later[Long.BYTES - 1]++;
        assertThat(signer.verifier().verify(TEXT.getBytes(UTF_8), later)).isFalse();
        NoteSignature timeless = signer.cosign(Checkpoint.parse(TEXT), Instant.EPOCH);
        assertThat(signer.verifier().verify(TEXT.getBytes(UTF_8), timeless.signature()))
                .isFalse();
    }

    /** The message names the cosigner: the same key under another name does not verify. */
    @Test
    void refusesAnotherName() throws Exception {
        NoteSignature line = new MlDsa44CosignatureSigner(NAME, key()).cosign(Checkpoint.parse(TEXT), TIME);
        CosignatureVerifier other = new MlDsa44CosignatureSigner("witness.example/pq2", key()).verifier();
        assertThat(other.verify(TEXT.getBytes(UTF_8), line.signature())).isFalse();
    }

    /** Another implementation, where the platform has one (JEP 497, Java 24). */
    @Test
    void thePlatformsOwnMlDsaAgrees() throws Exception {
        Assumptions.assumeTrue(Security.getAlgorithms("Signature").contains("ML-DSA-44"), "no ML-DSA before Java 24");
        byte[] message = HexFormat.of().parseHex(MESSAGE);
        byte[] signature = key().sign(message);
        PublicKey publicKey = KeyFactory.getInstance("ML-DSA-44")
                .generatePublic(new X509EncodedKeySpec(new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_44),
                                key().verifier().encoded())
                        .getEncoded()));
        Signature verifier = Signature.getInstance("ML-DSA-44");
        verifier.initVerify(publicKey);
        verifier.update(message);
        assertThat(verifier.verify(signature)).isTrue();
        assertThat(MlDsa44Key.of(key().verifier().encoded()).verify(message, signature))
                .isTrue();
    }
}
