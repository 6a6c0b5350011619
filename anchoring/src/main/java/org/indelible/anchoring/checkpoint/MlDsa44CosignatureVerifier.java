package org.indelible.anchoring.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.indelible.anchoring.note.EncodedVerifierKey;
import org.indelible.anchoring.note.KeyId;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.MlDsa44Key;

/** Judges {@code subtree/v1} of whole checkpoints (C2SP tlog-cosignature, type 0x06). */
record MlDsa44CosignatureVerifier(EncodedVerifierKey encodedKey, MlDsa44Key key, KeyId keyId)
        implements CosignatureVerifier {
    static MlDsa44CosignatureVerifier of(EncodedVerifierKey encoded) throws NoteFormatException {
        try {
            return new MlDsa44CosignatureVerifier(encoded, MlDsa44Key.of(encoded.publicKey()), encoded.id());
        } catch (EncodingException e) {
            throw new NoteFormatException("verifier key of " + encoded.name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return encodedKey.name();
    }

    @Override
    public boolean verify(byte[] text, byte[] payload) {
        if (payload.length != Cosignature.ML_DSA_44_BYTES) {
            return false;
        }
        try {
            Cosignature cosignature = Cosignature.parse(payload);
            Checkpoint checkpoint = Checkpoint.parse(new String(text, UTF_8));
            return cosignature.time().isAfter(Instant.EPOCH)
                    && key.verify(SubtreeMessage.of(name(), cosignature.time(), checkpoint), cosignature.signature());
        } catch (CheckpointFormatException e) {
            return false;
        }
    }
}
