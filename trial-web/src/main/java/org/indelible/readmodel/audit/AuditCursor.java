package org.indelible.readmodel.audit;

import java.util.Optional;

/**
 * Where a page of the audit trail ended: the sort key and the entry of its last row, so that the next page is found without counting.
 *
 * @param key value of the column sorted by; empty where that is the time
 */
public record AuditCursor(String key, long entry) {
    /** As in addresses: {@code <entry>.<key>}. What is none is absent. */
    public static Optional<AuditCursor> parse(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && text.substring(0, dot).matches("[0-9]{1,18}")
                ? Optional.of(new AuditCursor(text.substring(dot + 1), Long.parseLong(text.substring(0, dot))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return entry + "." + key;
    }
}
