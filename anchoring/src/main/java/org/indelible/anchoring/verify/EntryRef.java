package org.indelible.anchoring.verify;

import org.indelible.anchoring.ledger.EntryRow;

/** Enough of a row to name it in a finding. */
public record EntryRef(long leafIndex, String stream, long seq, String jti) {
    public static EntryRef of(EntryRow row) {
        return new EntryRef(row.leafIndex(), row.stream(), row.seq(), row.jti());
    }
}
