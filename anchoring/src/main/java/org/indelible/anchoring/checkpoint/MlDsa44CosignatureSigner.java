package org.indelible.anchoring.checkpoint;

import java.time.Instant;
import org.indelible.anchoring.note.EncodedVerifierKey;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.primitive.MlDsa44Signer;

/** Cosigns checkpoints as a witness with ML-DSA-44 (C2SP tlog-cosignature, type 0x06). */
public final class MlDsa44CosignatureSigner implements Cosigner {
    private final MlDsa44CosignatureVerifier verifier;
    private final MlDsa44Signer signer;

    public MlDsa44CosignatureSigner(String name, MlDsa44Signer signer) throws NoteFormatException {
        this.verifier = MlDsa44CosignatureVerifier.of(EncodedVerifierKey.of(
                name, CosignatureVerifier.ML_DSA_44, signer.verifier().encoded()));
        this.signer = signer;
    }

    @Override
    public CosignatureVerifier verifier() {
        return verifier;
    }

    /** @throws IllegalArgumentException where the origin has more than 255 bytes: no such cosignature can be written */
    @Override
    public NoteSignature cosign(Checkpoint checkpoint, Instant time) {
        try {
            byte[] signature = signer.sign(SubtreeMessage.of(verifier.name(), time, checkpoint));
            return NoteSignature.of(
                    verifier.name(),
                    verifier.keyId(),
                    Cosignature.of(time, signature).payload());
        } catch (CheckpointFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
