package org.indelible.anchoring.timestamp;

import java.time.Instant;
import java.util.List;

/**
 * An evidence record that proves what it should.
 *
 * @param timestamps its tokens, oldest first
 */
public record VerifiedEvidence(List<VerifiedTimestamp> timestamps) {
    public VerifiedEvidence {
        timestamps = List.copyOf(timestamps);
        if (timestamps.isEmpty()) {
            throw new IllegalArgumentException("an evidence record has a time-stamp");
        }
    }

    /** When the bytes existed, at the latest. */
    public Instant time() {
        return timestamps.getFirst().time();
    }

    /** When the record has to be renewed, at the latest. */
    public Instant verifiableUntil() {
        return timestamps.getLast().verifiableUntil();
    }
}
