package org.indelible.anchoring.witness;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.indelible.anchoring.note.NoteSignature;

/** What came back from a witness, as it was said; none of it is believed yet. */
public sealed interface WitnessAnswer {
    /** Signature lines. */
    record Lines(List<NoteSignature> lines) implements WitnessAnswer {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** The witness cosigned another size last; empty where it does not say which. */
    record Conflict(OptionalLong size) implements WitnessAnswer {}

    /** The witness does not cosign this. */
    record Refused(int status, String reason) implements WitnessAnswer {}

    /** The witness could not be asked, or did not answer as a witness does. */
    record Nothing(String reason, Optional<Duration> retryAfter) implements WitnessAnswer {}
}
