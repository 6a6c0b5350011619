package org.indelible.readmodel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.anchoring.ledger.LedgerStore;
import org.springframework.stereotype.Component;

/** Finds the point of a ledger that {@code asOf} names: a tree size, or an ISO 8601 instant. */
@Component
public class AsOfResolver {
    private final LedgerStore ledgers;

    public AsOfResolver(LedgerStore ledgers) {
        this.ledgers = ledgers;
    }

    public AsOf now(String ledger) {
        long size = ledgers.ledgerSize(ledger);
        return new AsOf(ledger, size, size, Optional.empty(), lastEntryAt(ledger, size));
    }

    /**
     * @param requested blank for now
     * @throws AsOfRefused where it is neither a tree size of this ledger nor an instant
     */
    public AsOf resolve(String ledger, String requested) {
        if (requested.isBlank()) {
            return now(ledger);
        }
        long current = ledgers.ledgerSize(ledger);
        long size = requested.chars().allMatch(Character::isDigit)
                ? size(requested, current)
                : ledgers.treeSizeAsOf(ledger, instant(requested));
        return new AsOf(ledger, size, current, Optional.of(requested), lastEntryAt(ledger, size));
    }

    private Optional<Instant> lastEntryAt(String ledger, long size) {
        return size == 0 ? Optional.empty() : ledgers.entry(ledger, size - 1).map(entry -> entry.iat());
    }

    private static long size(String digits, long current) {
        if (digits.length() > 18 || Long.parseLong(digits) > current) {
            throw new AsOfRefused(
                    "as-of-beyond-ledger", "This ledger has " + current + " entries, not " + digits + ".");
        }
        return Long.parseLong(digits);
    }

    private static Instant instant(String text) {
        try {
            // A plus sign in a query string that was not escaped arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            throw new AsOfRefused(
                    "as-of-not-understood",
                    "asOf is a number of entries or an ISO 8601 instant with its offset, not \"" + text + "\".");
        }
    }
}
