package org.indelible.readmodel.audit;

import java.util.Optional;

/**
 * A page of the audit trail.
 *
 * @param from where it begins, not included; absent: at the beginning
 * @param backwards the entries before the cursor instead of those after it
 * @param entries at most so many
 */
public record AuditWindow(
        AuditOrder order, boolean descending, Optional<AuditCursor> from, boolean backwards, int entries) {
    /** From the first entry on. */
    static AuditWindow forwards(long first, int entries) {
        return new AuditWindow(AuditOrder.TIME, false, Optional.of(new AuditCursor("", first - 1)), false, entries);
    }

    boolean readsDescending() {
        return descending != backwards;
    }
}
