package org.indelible.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.ledger.SignedCheckpoint;

/**
 * How a ledger is, in one word and the facts behind it.
 *
 * @param size entries now
 * @param pending entries that no checkpoint covers yet
 * @param lastPass when the self-audit last finished a full pass; empty where it has not yet
 * @param audited entries that pass has read
 * @param problems what is wrong, a sentence each; empty where nothing is known to be
 */
record Health(
        String ledger,
        State state,
        long size,
        Optional<SignedCheckpoint> checkpoint,
        long pending,
        Optional<Instant> lastPass,
        long audited,
        List<String> problems) {
    Health {
        problems = List.copyOf(problems);
    }

    /** Entries that no pass of the self-audit has read yet. */
    public long unaudited() {
        return Math.max(0, size - audited);
    }

    /** What was not checked is never all right. */
    enum State {
        ALL_RIGHT,
        NOT_CHECKED,
        WRONG
    }
}
