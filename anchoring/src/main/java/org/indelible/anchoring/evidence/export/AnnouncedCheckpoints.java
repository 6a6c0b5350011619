package org.indelible.anchoring.evidence.export;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.ledger.CheckpointEvent;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;

/** Finds the checkpoint of a trial that somebody has seen who has seen so much of the platform's ledger. */
final class AnnouncedCheckpoints {
    private final LedgerStore ledgers;
    private final CheckpointService checkpoints;
    private final String ledger;
    private final List<Long> sizes;

    /** @param sizes of all checkpoints of the trial, ascending; their entries stand in the same order */
    AnnouncedCheckpoints(LedgerStore ledgers, CheckpointService checkpoints, String ledger, List<Long> sizes) {
        this.ledgers = ledgers;
        this.checkpoints = checkpoints;
        this.ledger = ledger;
        this.sizes = sizes;
    }

    /** The largest whose entry is among the first so many of the platform. */
    Optional<Long> within(long platformSize) {
        int low = 0;
        int high = sizes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position(middle) < platformSize) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(sizes.get(low - 1));
    }

    /** Where its entry stands, or that of the next one that has any. */
    private long position(int place) {
        for (int i = place; i < sizes.size(); i++) {
            Optional<StoredEntry> entry = checkpoints
                    .at(ledger, sizes.get(i))
                    .map(CheckpointEvent::jti)
                    .flatMap(ledgers::entryByJti);
            if (entry.isPresent()) {
                return entry.get().leafIndex();
            }
        }
        return Long.MAX_VALUE;
    }
}
