package org.indelible.anchoring.ledger;

import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryDraft;
import org.indelible.anchoring.entry.SealedEntry;

/** A sealed entry that asks for its place, with the claims it was sealed with. */
public record NewEntry(EntryClaims claims, SealedEntry sealed) {
    public static NewEntry of(EntryDraft draft, SealedEntry sealed) {
        return new NewEntry(draft.claims(), sealed);
    }
}
