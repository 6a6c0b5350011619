package org.indelible.anchoring.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Signer;

/**
 * Cosigns checkpoints as a witness with Ed25519 (C2SP tlog-cosignature, type 0x04). What is signed does not name the witness: its key
 * serves no other name and no other purpose.
 */
public final class CosignatureSigner implements Cosigner {
    private final VerifierKey key;
    private final Ed25519Signer signer;

    public CosignatureSigner(String name, Ed25519Signer signer) {
        this.key = new VerifierKey(name, VerifierKey.COSIGNATURE, signer.verifier());
        this.signer = signer;
    }

    public VerifierKey verifierKey() {
        return key;
    }

    @Override
    public CosignatureVerifier verifier() {
        return new Ed25519CosignatureVerifier(key, key.id());
    }

    @Override
    public NoteSignature cosign(Checkpoint checkpoint, Instant time) {
        byte[] text = checkpoint.text().getBytes(UTF_8);
        byte[] signature = signer.sign(Cosignature.message(time, text));
        return NoteSignature.of(
                key.name(), key.id(), Cosignature.of(time, signature).payload());
    }
}
