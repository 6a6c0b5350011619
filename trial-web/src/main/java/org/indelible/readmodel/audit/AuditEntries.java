package org.indelible.readmodel.audit;

import java.util.List;
import java.util.Optional;

/**
 * Entries of the audit trail with their rows, in order.
 *
 * @param before where the page before begins; absent on the first
 * @param after where the next one begins; absent on the last
 */
public record AuditEntries(List<AuditRow> rows, Optional<AuditCursor> before, Optional<AuditCursor> after) {
    public AuditEntries {
        rows = List.copyOf(rows);
    }
}
