package org.indelible.anchoring.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.CosignatureVerifier;
import org.indelible.anchoring.note.NoteSignature;

/**
 * What a policy says of a checkpoint that one of its logs signed.
 *
 * @param cosignatures the good ones, by witness
 * @param quorumMet whether they are enough; where not, the checkpoint is not valid under the policy
 */
public record PolicyVerdict(Checkpoint checkpoint, Map<PolicyWitness, NoteSignature> cosignatures, boolean quorumMet) {
    public PolicyVerdict {
        cosignatures = Collections.unmodifiableMap(new LinkedHashMap<>(cosignatures));
    }

    /** When this witness says it saw the checkpoint; empty where it has not. */
    public Optional<Instant> seenBy(PolicyWitness witness) {
        return Optional.ofNullable(cosignatures.get(witness)).map(PolicyVerdict::time);
    }

    private static Instant time(NoteSignature good) {
        try {
            return CosignatureVerifier.time(good);
        } catch (CheckpointFormatException e) {
            throw new IllegalStateException("a cosignature that verified has a time", e);
        }
    }
}
