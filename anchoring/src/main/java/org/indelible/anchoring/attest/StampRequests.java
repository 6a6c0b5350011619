package org.indelible.anchoring.attest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;

/** Entries that are to be time-stamped as soon as a checkpoint covers them. Kept in memory: the schedule catches what a restart forgets. */
final class StampRequests {
    /** @param platformEntries how many entries of {@code platform} hold the first checkpoint over it; empty where none covers it yet */
    private record Wanted(long leafIndex, String cause, Optional<Long> platformEntries) {}

    private final CheckpointService checkpoints;
    private final Announcements announcements;
    private final TimestampTokens tokens;
    private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();

    StampRequests(CheckpointService checkpoints, Announcements announcements, TimestampTokens tokens) {
        this.checkpoints = checkpoints;
        this.announcements = announcements;
        this.tokens = tokens;
    }

    void add(String ledger, long leafIndex, String cause) {
        wanted.merge(
                ledger,
                new Wanted(leafIndex, cause, Optional.empty()),
                (one, other) -> one.leafIndex() > other.leafIndex() ? one : other);
    }

    /** Why this authority is to stamp a ledger's checkpoint of this size now; empty where nobody waits for that. */
    Optional<String> cause(String ledger, long size, String authority) {
        for (Map.Entry<String, Wanted> entry : wanted.entrySet()) {
            Optional<Long> needed = entriesNeeded(ledger, entry.getKey(), entry.getValue());
            if (needed.isEmpty() || needed.get() > size) {
                continue;
            }
            boolean stamped = tokens.latest(ledger, authority)
                    .filter(stamp -> stamp.size() >= needed.get())
                    .isPresent();
            if (!stamped) {
                return Optional.of(entry.getValue().cause());
            }
        }
        return Optional.empty();
    }

    /** How many entries of the stamped ledger it takes to cover what is wanted; empty where no checkpoint covers it yet. */
    private Optional<Long> entriesNeeded(String stamped, String ledger, Wanted entry) {
        if (stamped.equals(ledger)) {
            return Optional.of(entry.leafIndex() + 1);
        }
        if (!stamped.equals(LedgerStore.PLATFORM) || entry.platformEntries().isPresent()) {
            return entry.platformEntries().filter(entries -> stamped.equals(LedgerStore.PLATFORM));
        }
        Optional<Long> found = checkpoints
                .latest(ledger)
                .filter(checkpoint -> checkpoint.size() > entry.leafIndex())
                .flatMap(checkpoint -> announcements.platformEntries(ledger, checkpoint.size()));
        // Kept: the checkpoints after the first cover it too, and one token is enough.
        found.ifPresent(entries ->
                wanted.replace(ledger, entry, new Wanted(entry.leafIndex(), entry.cause(), Optional.of(entries))));
        return found;
    }
}
