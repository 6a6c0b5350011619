package org.indelible.trial;

import java.util.List;
import org.indelible.eventstore.InClear;
import org.indelible.shared.DomainRefusal;

/**
 * Milestones at which investigators sign, so that a signature just before the lock is not the only one.
 *
 * @param eventOids the visits that are signed, by their OID in the study build
 * @param withinDays after the day of the visit
 */
public record SigningPlan(
        @InClear List<String> eventOids, @InClear int withinDays) {
    public SigningPlan {
        eventOids = List.copyOf(eventOids);
        if (withinDays < 1) {
            throw new DomainRefusal("plan-impossible", "There is at least one day to sign.", "Correct the number.");
        }
    }
}
