package org.indelible.anchoring.note;

/** Judges the signatures of one key. */
public interface NoteVerifier {
    String name();

    KeyId keyId();

    /** Whether this key signed the note text, its final newline included. */
    boolean verify(byte[] text, byte[] signature);

    /** The verifier of a key of type {@link VerifierKey#ED25519}. */
    static NoteVerifier ed25519(String vkey) throws NoteFormatException {
        return Ed25519NoteVerifier.of(VerifierKey.parse(vkey));
    }
}
