package org.indelible.anchoring.checkpoint;

import java.time.Instant;
import org.indelible.anchoring.note.EncodedVerifierKey;
import org.indelible.anchoring.note.KeyId;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.VerifierKey;

/** Judges {@code cosignature/v1} (C2SP tlog-cosignature, type 0x04). */
record Ed25519CosignatureVerifier(VerifierKey key, KeyId keyId) implements CosignatureVerifier {
    @Override
    public String name() {
        return key.name();
    }

    @Override
    public EncodedVerifierKey encodedKey() {
        try {
            return EncodedVerifierKey.of(key.name(), key.type(), key.key().encoded());
        } catch (NoteFormatException e) {
            throw new IllegalStateException("this name was read from a key", e);
        }
    }

    @Override
    public boolean verify(byte[] text, byte[] payload) {
        if (payload.length != Cosignature.ED25519_BYTES) {
            return false;
        }
        try {
            Cosignature cosignature = Cosignature.parse(payload);
            return cosignature.time().isAfter(Instant.EPOCH)
                    && key.key().verify(Cosignature.message(cosignature.time(), text), cosignature.signature());
        } catch (CheckpointFormatException e) {
            return false;
        }
    }
}
