package org.indelible.anchoring.ledger;

import org.jspecify.annotations.Nullable;

/** A stored entry cannot be read as what it was stored as. Somebody altered it, or the storage did: verify the ledger. */
public final class StoredEntryDamagedException extends LedgerException {
    private static final long serialVersionUID = 1L;

    StoredEntryDamagedException(String ledger, long leafIndex, String what, @Nullable Throwable cause) {
        super(
                "stored-entry-damaged",
                "entry " + leafIndex + " of ledger " + ledger + " is damaged (" + what + "); run verify-ledger "
                        + ledger,
                cause);
    }
}
