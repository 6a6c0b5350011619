package org.indelible.anchoring.checkpoint;

import java.time.Instant;
import org.indelible.anchoring.note.EncodedVerifierKey;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.VerifierKey;

/**
 * Judges the cosignatures of one witness (C2SP tlog-cosignature). A cosignature without a time says nothing of the largest tree seen, so
 * it is refused here, as tlog-witness refuses it of witnesses.
 */
public sealed interface CosignatureVerifier extends NoteVerifier
        permits Ed25519CosignatureVerifier, MlDsa44CosignatureVerifier {
    /** Timestamped ML-DSA-44 cosignature of a checkpoint. */
    byte ML_DSA_44 = 0x06;

    static CosignatureVerifier of(String vkey) throws NoteFormatException {
        EncodedVerifierKey key = EncodedVerifierKey.parse(vkey);
        return switch (key.type()) {
            case VerifierKey.COSIGNATURE -> new Ed25519CosignatureVerifier(VerifierKey.of(key), key.id());
            case ML_DSA_44 -> MlDsa44CosignatureVerifier.of(key);
            default ->
                throw new NoteFormatException(
                        "key of " + key.name() + ": expected signature type 4 or 6, found " + key.type());
        };
    }

    /** The verifier key, as it is written. */
    EncodedVerifierKey encodedKey();

    /** When the witness says it saw the checkpoint. */
    static Instant time(NoteSignature cosignature) throws CheckpointFormatException {
        return Cosignature.parse(cosignature.signature()).time();
    }
}
