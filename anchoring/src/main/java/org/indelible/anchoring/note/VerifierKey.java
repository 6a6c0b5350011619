package org.indelible.anchoring.note;

import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * An Ed25519 public key with its name and signature type (C2SP signed-note, "Verifier keys").
 *
 * @param type signature type; both supported ones have Ed25519 keys
 */
public record VerifierKey(String name, byte type, Ed25519Key key) {
    /** Ed25519 signature of the note text. */
    public static final byte ED25519 = 0x01;

    /** Timestamped Ed25519 cosignature of a checkpoint (C2SP tlog-cosignature). */
    public static final byte COSIGNATURE = 0x04;

    public VerifierKey {
        if (type != ED25519 && type != COSIGNATURE) {
            throw new IllegalArgumentException("signature type " + type + " has no Ed25519 keys");
        }
    }

    public static VerifierKey parse(String vkey) throws NoteFormatException {
        return of(EncodedVerifierKey.parse(vkey));
    }

    /** The Ed25519 key that is written there. */
    public static VerifierKey of(EncodedVerifierKey encoded) throws NoteFormatException {
        if (encoded.type() != ED25519 && encoded.type() != COSIGNATURE) {
            throw new NoteFormatException(
                    "verifier key of " + encoded.name() + ": unsupported signature type " + encoded.type());
        }
        try {
            return new VerifierKey(encoded.name(), encoded.type(), Ed25519Key.of(encoded.publicKey()));
        } catch (EncodingException e) {
            throw new NoteFormatException("verifier key of " + encoded.name() + ": " + e.getMessage(), e);
        }
    }

    public KeyId id() {
        return KeyId.of(name, type, key.encoded());
    }

    /** The text form. */
    @Override
    public String toString() {
        try {
            return EncodedVerifierKey.of(name, type, key.encoded()).toString();
        } catch (NoteFormatException e) {
            throw new IllegalStateException("not a name of a key: " + name, e);
        }
    }
}
