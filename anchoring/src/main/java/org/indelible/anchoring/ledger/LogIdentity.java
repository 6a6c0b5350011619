package org.indelible.anchoring.ledger;

import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Key;

/**
 * Under which names and key the ledgers of an installation sign. The key name of each ledger is its origin (C2SP tlog-checkpoint).
 *
 * @param installation permanent name of the installation, such as {@code indelible.local/<uuid>}
 */
public record LogIdentity(String installation, Ed25519Key key) {
    /** Takes the place of a ledger in the name under which the contents of evidence bundles are signed. */
    public static final String EVIDENCE = "evidence";

    /**
     * {@code <installation>/<log>}, permanent.
     *
     * @param log {@link LogName} of a ledger
     */
    public String origin(String log) {
        return installation + '/' + log;
    }

    /** The same installation with another of its keys. */
    public LogIdentity with(Ed25519Key other) {
        return new LogIdentity(installation, other);
    }

    public VerifierKey verifierKey(String log) {
        return new VerifierKey(origin(log), VerifierKey.ED25519, key);
    }

    public NoteVerifier verifier(String log) {
        try {
            return NoteVerifier.ed25519(verifierKey(log).toString());
        } catch (NoteFormatException e) {
            throw new IllegalArgumentException("an origin has neither spaces nor plus signs: " + origin(log), e);
        }
    }
}
