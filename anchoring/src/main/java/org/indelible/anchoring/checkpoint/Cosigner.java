package org.indelible.anchoring.checkpoint;

import java.time.Instant;
import org.indelible.anchoring.note.NoteSignature;

/** Cosigns checkpoints with one key (C2SP tlog-cosignature). Whether a checkpoint may be cosigned is decided elsewhere. */
public interface Cosigner {
    /** How anybody can check the cosignatures. */
    CosignatureVerifier verifier();

    /** @param time when it is cosigned; what is below a second is dropped */
    NoteSignature cosign(Checkpoint checkpoint, Instant time);
}
