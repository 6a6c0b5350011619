package org.indelible.anchoring.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.indelible.anchoring.note.NoteSignature;

/** What became of asking a witness to cosign a checkpoint. */
public sealed interface WitnessOutcome {
    /** It cosigned, and the cosignature is its key's over this checkpoint. */
    record Cosigned(NoteSignature cosignature, Instant time) implements WitnessOutcome {}

    /** It holds another history, or a longer one: the log was rewritten, rolled back or forked, or the witness lies. */
    record Contradicted(String reason) implements WitnessOutcome {}

    /** It does not know this log or its key, or finds the request malformed. */
    record Refused(String reason) implements WitnessOutcome {}

    /** It could not be asked, or answered with nothing that counts; it is asked again. */
    record NoAnswer(String reason, Optional<Duration> retryAfter) implements WitnessOutcome {}
}
