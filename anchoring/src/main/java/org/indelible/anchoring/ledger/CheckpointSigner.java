package org.indelible.anchoring.ledger;

import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Ed25519Key;
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
        return signerOf(identity.origin(LogIdentity.EVIDENCE));
    }

    private NoteSigner signerOf(String name) {
        try {
            return NoteSigner.of(name, key);
        } catch (NoteFormatException e) {
            throw new IllegalArgumentException("an origin has neither spaces nor plus signs: " + name, e);
        }
    }

    /**
     * Lets another key take the place of this one.
     *
     * @param last the last checkpoint that this key signs
     */
    public KeyHandover handOver(Checkpoint last, CheckpointSigner next) {
        return KeyHandover.sign(
                last, key.verifier(), next.key.verifier(), signerOf(last.origin()), next.signerOf(last.origin()));
    }

    /**
     * Takes the place of a key that is lost and can sign nothing more.
     *
     * @param last the last checkpoint that the lost key signed
     */
    public KeyHandover takeOver(Checkpoint last, Ed25519Key lost) {
        return KeyHandover.sign(last, lost, key.verifier(), signerOf(last.origin()));
    }

    /** @param log name of the ledger */
    SignedNote sign(String log, long size, Hash root) {
        String origin = identity.origin(log);
        return SignedNote.sign(new Checkpoint(origin, size, root).text(), signerOf(origin));
    }
}
