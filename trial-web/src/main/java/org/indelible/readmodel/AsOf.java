package org.indelible.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * The point of a trial's ledger that a page shows: the first {@code treeSize} entries.
 *
 * @param currentSize how many entries the ledger held when the page was asked for
 * @param requested the point as it was asked for, for links; empty for now
 * @param lastEntryAt when the last entry shown was stored; empty at size 0
 */
public record AsOf(
        String trial, long treeSize, long currentSize, Optional<String> requested, Optional<Instant> lastEntryAt) {

    /** Whether the page shows the past, where nothing can be done. */
    public boolean past() {
        return requested.isPresent();
    }

    /** The same trial as its first entries had it. */
    public AsOf at(long size) {
        return new AsOf(trial, size, currentSize, Optional.of(Long.toString(size)), Optional.empty());
    }
}
