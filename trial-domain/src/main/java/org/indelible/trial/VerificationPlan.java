package org.indelible.trial;

import org.indelible.eventstore.InClear;
import org.indelible.shared.DomainRefusal;

/**
 * Which source data are verified: of the first participants of each site everything, of a share of the later ones everything, and of all of them what is critical.
 *
 * @param firstParticipants of each site, in the order of their registration
 * @param percentAfter of the participants after those, 0 to 100
 * @param criticalOfAll whether critical items are verified of everybody
 * @param draw drawn when the plan was set; with a participant's key it decides whether they are of the share, so that nobody chooses
 */
public record VerificationPlan(
        @InClear int firstParticipants,
        @InClear int percentAfter,
        @InClear boolean criticalOfAll,
        @InClear String draw) {
    public VerificationPlan {
        if (firstParticipants < 0 || percentAfter < 0 || percentAfter > 100 || draw.isBlank()) {
            throw new DomainRefusal(
                    "plan-impossible",
                    "A number of participants is not negative, and a share is from 0 to 100.",
                    "Correct the numbers.");
        }
    }
}
