package org.indelible.anchoring.ledger;

import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Ed25519Signer;

/** Signs checkpoints of all ledgers of an installation. What may be signed is decided elsewhere. */
public final class CheckpointSigner {
    private final LogIdentity identity;
    private final Ed25519Signer key;

    public CheckpointSigner(String installation, Ed25519Signer key) {
        this.identity = new LogIdentity(installation, key.verifier());
        this.key = key;
    }

    public LogIdentity identity() {
        return identity;
    }

    /** As whom the contents of evidence bundles are signed: a name of its own, which no ledger has. */
    public NoteSigner evidence() {
        return signer(identity.origin(LogIdentity.EVIDENCE));
    }

    private NoteSigner signer(String name) {
        try {
            return NoteSigner.of(name, key);
        } catch (NoteFormatException e) {
            throw new IllegalArgumentException("an origin has neither spaces nor plus signs: " + name, e);
        }
    }

    /** @param log name of the ledger */
    SignedNote sign(String log, long size, Hash root) {
        String origin = identity.origin(log);
        return SignedNote.sign(new Checkpoint(origin, size, root).text(), signer(origin));
    }
}
