package org.indelible.auditreview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.auditreview.AuditReviewEvent.AuditReviewPlanned;

/**
 * A plan as pages show it.
 *
 * @param last the day its last review was signed off
 */
public record PlanOnRecord(
        AuditReviewPlanned terms, OnRecord planned, Optional<OnRecord> ended, Optional<LocalDate> last) {
    public String id() {
        return terms.plan().value();
    }

    public Disclosable<String> name() {
        return terms.title();
    }

    public boolean inForce() {
        return ended.isEmpty();
    }

    /** The day by which the next review is to be signed off. */
    public LocalDate due() {
        return last.orElseGet(() -> LocalDate.ofInstant(planned.at(), ZoneOffset.UTC))
                .plus(terms.every());
    }

    public boolean overdue(LocalDate today) {
        return inForce() && due().isBefore(today);
    }

    PlanOnRecord ended(OnRecord by) {
        return new PlanOnRecord(terms, planned, Optional.of(by), last);
    }

    PlanOnRecord reviewed(LocalDate on) {
        return new PlanOnRecord(terms, planned, ended, Optional.of(on));
    }
}
