package org.indelible.security;

import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** Which ledgers the role in force reaches: those of its trials, and the platform's, in whose checkpoints they are anchored. */
@Component
public class LedgerAccess {
    private static final String OUTSIDE = "outside-scope";
    private static final String PLATFORM = "platform";

    private final ForbiddenAttempts attempts;

    LedgerAccess(ForbiddenAttempts attempts) {
        this.attempts = attempts;
    }

    /**
     * @param route method and pattern, for the record of the attempt
     * @throws DomainRefusal where there can be no such ledger, or the role does not reach it, which is recorded
     */
    public void require(SignedInPerson person, String ledger, String route) {
        if (!ledger.equals(PLATFORM) && !person.covers(trial(ledger))) {
            attempts.happened(person, route, OUTSIDE, "api");
            throw new DomainRefusal(
                    OUTSIDE,
                    "The role you act in does not reach this trial. The attempt was recorded.",
                    "If you hold another role, choose it.");
        }
    }

    private static TrialId trial(String ledger) {
        try {
            return new TrialId(ledger);
        } catch (IllegalArgumentException malformed) {
            throw new DomainRefusal(
                    "unknown-trial", "There is no such trial.", "GET /api/v1/trials lists those you may see.");
        }
    }
}
