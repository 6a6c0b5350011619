package org.indelible.anchoring.evidence.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When somebody whom the reader trusts saw how much of the trial's history. An entry was stored after the last time at which it was not
 * there yet, and before the first at which it was.
 */
final class TrustedTimes {
    /**
     * @param entries of the trial's ledger: the first so many
     * @param by whose clock it is
     */
    record Seen(long entries, Instant at, String by) {}

    private final List<Seen> all = new ArrayList<>();
    private List<Seen> bySize = List.of();
    private List<Seen> latestUpTo = List.of();
    private List<Seen> earliestFrom = List.of();

    void add(long entries, Instant at, String by) {
        all.add(new Seen(entries, at, by));
    }

    boolean none() {
        return all.isEmpty();
    }

    /** To be called once, before anything is asked. */
    void settle() {
        bySize = all.stream().sorted(Comparator.comparingLong(Seen::entries)).toList();
        List<Seen> latest = new ArrayList<>();
        for (Seen seen : bySize) {
            latest.add(latest.isEmpty() || seen.at().isAfter(latest.getLast().at()) ? seen : latest.getLast());
        }
        List<Seen> earliest = new ArrayList<>();
        for (Seen seen : bySize.reversed()) {
            earliest.add(
                    earliest.isEmpty() || seen.at().isBefore(earliest.getLast().at()) ? seen : earliest.getLast());
        }
        latestUpTo = latest;
        earliestFrom = earliest.reversed();
    }

    /** The last time at which the entry at this index was not there yet. */
    Optional<Seen> before(long index) {
        int covering = firstCovering(index);
        return covering == 0 ? Optional.empty() : Optional.of(latestUpTo.get(covering - 1));
    }

    /** The first time at which it was. */
    Optional<Seen> after(long index) {
        int covering = firstCovering(index);
        return covering == bySize.size() ? Optional.empty() : Optional.of(earliestFrom.get(covering));
    }

    /** Place, in order of size, of the first that covers this index. */
    private int firstCovering(long index) {
        int low = 0;
        int high = bySize.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bySize.get(middle).entries() > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
