package org.indelible.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.casebook.ShownValue;
import org.indelible.readmodel.Originator;

/**
 * A row of the audit trail as its page tells it.
 *
 * @param first whether it is the first of its entry; the others do not say again who and when
 * @param what event type
 * @param kind of change of a data point; empty where the row is of none
 * @param place form and visit, in words
 * @param words what was said in a query or a deviation
 * @param history page of the data point's history; empty where there is none
 * @param more rows of the same entry that are not listed
 */
public record AuditLine(
        boolean first,
        long entry,
        Instant at,
        Optional<OffsetDateTime> enteredAt,
        String who,
        String role,
        String organisation,
        Optional<Originator> originator,
        String site,
        String participant,
        String what,
        String kind,
        String label,
        String place,
        ShownValue before,
        ShownValue after,
        String detail,
        String reasonCategory,
        String reason,
        String words,
        String history,
        int more) {}
