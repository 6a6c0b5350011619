package org.indelible.anchoring.witness;

import java.util.List;
import org.indelible.anchoring.note.NoteSignature;

/** What a witness says to an {@code add-checkpoint} request (C2SP tlog-witness). */
public sealed interface WitnessReply {
    int status();

    /** The checkpoint is consistent with what it saw before, and is now what it saw last. */
    record Cosigned(List<NoteSignature> cosignatures) implements WitnessReply {
        public Cosigned {
            cosignatures = List.copyOf(cosignatures);
        }

        @Override
        public int status() {
            return 200;
        }
    }

    /** The old size is not that of the checkpoint it cosigned last. */
    record Conflict(long size) implements WitnessReply {
        @Override
        public int status() {
            return 409;
        }
    }

    /** It does not cosign. */
    record Refused(int status, String reason) implements WitnessReply {}
}
