package org.indelible.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.StoredEntry;

/**
 * Reads events out of entries. An entry that is not well-formed, or that the database files under another name than the one it was sealed
 * with, is named and not read past.
 */
final class EntryReading {
    private final EntryReader reader;
    private final AppendPolicy policy;

    EntryReading(EntryReader reader, AppendPolicy policy) {
        this.reader = reader;
        this.policy = policy;
    }

    LedgerEventData read(StoredEntry entry) {
        try {
            ParsedEntry parsed = reader.parse(entry.sealed().compact());
            EntryClaims claims = parsed.claims();
            if (!claims.ledger().equals(entry.ledger())
                    || !claims.stream().equals(entry.stream())
                    || claims.seq() != entry.seq()
                    || !claims.jti().equals(entry.jti())) {
                throw new EventStoreException(describe(entry) + " is filed under another name than it was sealed with");
            }
            return LedgerEventData.of(
                    claims,
                    entry.position(),
                    policy.metaDataOf(entry, claims),
                    reader.reassemble(parsed, entry.disclosureStates()));
        } catch (EntryFormatException malformed) {
            throw new EventStoreException(describe(entry) + " cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private static String describe(StoredEntry entry) {
        return "entry " + entry.leafIndex() + " of ledger " + entry.ledger();
    }
}
