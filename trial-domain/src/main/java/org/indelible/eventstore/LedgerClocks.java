package org.indelible.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.eventstore.AppendRefusedException.Rule;

/**
 * The time of storage, per ledger: the server's clock, or the simulated one that a demo ledger declares in its first entry. It never runs
 * backwards within a ledger as far as this node knows; commands that are stored at the same moment may still change places by
 * milliseconds, which the definition of "as of an instant" allows for.
 */
public final class LedgerClocks {
    /**
     * Where the clock was set back by less than this, entries keep the time of the last until it has caught up: a mistake of a zone or of
     * summer time stops nobody's work. With one that is further behind nothing is stored.
     */
    static final Duration TOLERANCE = Duration.ofHours(2);

    private final LedgerStore store;
    private final Function<String, Clock> clockOf;
    private final Map<String, Instant> latest = new ConcurrentHashMap<>();

    /** @param clockOf the clock of a ledger */
    public LedgerClocks(LedgerStore store, Function<String, Clock> clockOf) {
        this.store = store;
        this.clockOf = clockOf;
    }

    /** The same clock for every ledger. */
    public LedgerClocks(LedgerStore store, Clock clock) {
        this(store, ledger -> clock);
    }

    /** The time to give to an entry of this ledger, UTC in milliseconds. */
    Instant next(String ledger) {
        Instant now = clockOf.apply(ledger).instant().truncatedTo(ChronoUnit.MILLIS);
        latest.computeIfAbsent(ledger, this::lastStored);
        return latest.compute(ledger, (name, before) -> notBefore(name, before == null ? now : before, now));
    }

    private static Instant notBefore(String ledger, Instant before, Instant now) {
        if (now.isBefore(before.minus(TOLERANCE))) {
            throw new AppendRefusedException(
                    Rule.CLOCK,
                    "the clock says " + now + ", ledger " + ledger + " has an entry of " + before
                            + "; set the server's clock");
        }
        return now.isAfter(before) ? now : before;
    }

    private Instant lastStored(String ledger) {
        long size = store.ledgerSize(ledger);
        List<StoredEntry> last = size == 0 ? List.of() : store.readLedger(ledger, size - 1, 1);
        return last.isEmpty() ? Instant.EPOCH : last.getFirst().iat();
    }
}
