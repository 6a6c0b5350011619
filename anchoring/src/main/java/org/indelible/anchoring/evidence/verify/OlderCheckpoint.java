package org.indelible.anchoring.evidence.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Findings;

/** A checkpoint that the reader kept from before: the one thing here that the operator of the log cannot make anew. */
public record OlderCheckpoint(SignedNote note, Checkpoint checkpoint) {
    private static final String SUBJECT = "the checkpoint you kept";

    public static OlderCheckpoint parse(byte[] bytes) throws EvidenceFormatException {
        try {
            SignedNote note = SignedNote.parse(bytes);
            return new OlderCheckpoint(note, Checkpoint.of(note));
        } catch (NoteFormatException | CheckpointFormatException e) {
            throw new EvidenceFormatException("that is no checkpoint: " + e.getMessage(), e);
        }
    }

    /** Of the ledger's present name, or of one it signed under before it was recovered from a loss: what was left kept its places. */
    boolean isOf(BundledLog log, LogIdentity identity) {
        LogName kept = name();
        return checkpoint.origin().equals(identity.origin(kept.toString()))
                && kept.ledger().equals(log.ledger())
                && kept.generation() <= log.log().generation();
    }

    private LogName name() {
        return LogName.parse(checkpoint.origin().substring(checkpoint.origin().lastIndexOf('/') + 1));
    }

    /** The size whose root is needed to {@link #compare}. */
    static Set<Long> size(Optional<OlderCheckpoint> older) {
        return older.map(one -> Set.of(one.checkpoint.size())).orElse(Set.of());
    }

    void compare(BundledLog log, LogTree tree, Findings findings) {
        try {
            note.verify(List.of(tree.keys().verifier(name(), checkpoint.size())));
        } catch (NoteVerificationException e) {
            findings.failed(
                    Check.OLDER_CHECKPOINT,
                    SUBJECT,
                    "it is signed with another key than the log in this bundle: " + e.getMessage());
            return;
        }
        Optional<Hash> root = tree.root(checkpoint.size());
        if (checkpoint.size() > log.size()) {
            findings.failed(
                    Check.OLDER_CHECKPOINT,
                    SUBJECT,
                    "it is of " + checkpoint.size() + " entries, the newest in this bundle of " + log.size()
                            + ": the end is withheld from you, or the bundle was made before; ask for a new one");
        } else if (root.isEmpty() || !root.get().equals(checkpoint.root())) {
            findings.failed(
                    Check.OLDER_CHECKPOINT,
                    SUBJECT,
                    "the first " + checkpoint.size() + " entries were then a history with the root " + checkpoint.root()
                            + "; in this bundle they are another, with the root "
                            + root.map(Hash::toString).orElse("none")
                            + (name().equals(log.log())
                                    ? ": the history was rewritten"
                                    : ": some of them are declared lost, or the history was rewritten"));
        }
        findings.checked(
                Check.OLDER_CHECKPOINT,
                "the first " + checkpoint.size() + " entries are those that the checkpoint you kept commits to");
    }
}
