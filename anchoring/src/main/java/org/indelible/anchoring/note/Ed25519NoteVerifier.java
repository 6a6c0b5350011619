package org.indelible.anchoring.note;

/** Verifies Ed25519 signatures of the note text itself (C2SP signed-note, type 0x01). */
record Ed25519NoteVerifier(VerifierKey key, KeyId keyId) implements NoteVerifier {

    static Ed25519NoteVerifier of(VerifierKey key) throws NoteFormatException {
        if (key.type() != VerifierKey.ED25519) {
            throw new NoteFormatException("key of " + key.name() + ": expected signature type 1, found " + key.type());
        }
        return new Ed25519NoteVerifier(key, key.id());
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public boolean verify(byte[] text, byte[] signature) {
        return key.key().verify(text, signature);
    }
}
