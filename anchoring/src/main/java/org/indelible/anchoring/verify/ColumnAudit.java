package org.indelible.anchoring.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.ledger.EntryRow;

/** What columns say about an entry's place among the others: positions grow with leaf indexes, {@code iat_high} is the latest so far. */
final class ColumnAudit {
    private record Doubt(Check check, EntryRef entry, String message) {}

    private final List<Doubt> doubts = new ArrayList<>();
    private long position = -1;
    private Instant iatHigh = Instant.EPOCH;

    /** Entries in the order of their leaf indexes. */
    void add(EntryRow row) {
        EntryRef entry = EntryRef.of(row);
        if (row.position() <= position) {
            doubts.add(new Doubt(
                    Check.POSITION,
                    entry,
                    "its position " + row.position() + " is not after " + position + ", of the entry before"));
        }
        Instant expected = row.iat().isAfter(iatHigh) ? row.iat() : iatHigh;
        if (!row.iatHigh().equals(expected)) {
            doubts.add(new Doubt(
                    Check.COLUMNS,
                    entry,
                    "column iat_high says " + row.iatHigh() + ", the latest iat so far is " + expected));
        }
        position = row.position();
        iatHigh = row.iatHigh();
    }

    /** In a ledger whose entries are not at their places these columns follow suit, and say nothing new. */
    void finish(Findings findings) {
        if (!findings.hasFailed(Check.TREE)) {
            doubts.stream()
                    .filter(doubt -> !findings.names(doubt.entry().leafIndex()))
                    .forEach(doubt -> findings.failed(doubt.check(), doubt.entry(), doubt.message()));
        }
        findings.checked(Check.POSITION, "positions in order");
    }
}
