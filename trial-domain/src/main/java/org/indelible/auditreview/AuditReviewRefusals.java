package org.indelible.auditreview;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.indelible.shared.DomainRefusal;

/** Why something is not done about reviews of the audit trail. Codes are part of the contract. */
final class AuditReviewRefusals {
    private AuditReviewRefusals() {}

    static DomainRefusal onRecord() {
        return new DomainRefusal("audit-review-exists", "This is on record already.", "See the list of reviews.");
    }

    static DomainRefusal viewsRequired() {
        return new DomainRefusal("views-required", "The plan looks at nothing.", "Choose at least one view.");
    }

    static DomainRefusal viewPlannedTwice() {
        return new DomainRefusal("view-planned-twice", "The plan names a view twice.", "Name each view once.");
    }

    static DomainRefusal thresholdImpossible(AuditView view) {
        return new DomainRefusal(
                "threshold-impossible",
                "The view " + view.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " shows what reaches a number from " + view.least() + " to " + view.most() + ".",
                "Correct the number; " + view.usual() + " is usual.");
    }

    static DomainRefusal intervalImpossible() {
        return new DomainRefusal(
                "interval-impossible", "The interval is shorter than a day.", "Say after how many days or months.");
    }

    static DomainRefusal reviewerDoesNotReview() {
        return new DomainRefusal(
                "reviewer-does-not-review", "This role does not review the audit trail.", "Choose a role that does.");
    }

    static DomainRefusal planUnknown() {
        return new DomainRefusal("review-plan-unknown", "There is no such plan.", "See the list of plans.");
    }

    static DomainRefusal planEnded() {
        return new DomainRefusal("review-plan-ended", "This plan has ended.", "Review under a plan in force.");
    }

    static DomainRefusal notTheReviewer() {
        return new DomainRefusal(
                "not-the-reviewer", "The plan names another reviewer.", "Ask them, or plan the review anew.");
    }

    static DomainRefusal periodReversed() {
        return new DomainRefusal(
                "period-reversed", "The period ends before it begins.", "Correct the first or the last day.");
    }

    static DomainRefusal periodInTheFuture() {
        return new DomainRefusal("period-in-the-future", "The period is not over yet.", "End it today or earlier.");
    }

    static DomainRefusal nothingToReview() {
        return new DomainRefusal(
                "nothing-to-review", "The trial's ledger has no entry yet.", "Begin once something is recorded.");
    }

    static DomainRefusal reviewUnknown() {
        return new DomainRefusal("audit-review-unknown", "There is no such review.", "See the list of reviews.");
    }

    static DomainRefusal reviewSignedOff() {
        return new DomainRefusal(
                "audit-review-signed-off", "This review is signed off.", "Record it in the next review.");
    }

    static DomainRefusal viewNotPlanned() {
        return new DomainRefusal(
                "view-not-planned", "The plan of this review does not have this view.", "Choose one that it has.");
    }

    static DomainRefusal entryNotShown() {
        return new DomainRefusal(
                "entry-not-shown", "This review does not look at that entry.", "Take the number from the view.");
    }

    static DomainRefusal findingUnknown() {
        return new DomainRefusal(
                "audit-finding-unknown", "The review has no such finding.", "See the findings of the review.");
    }

    static DomainRefusal findingClosed() {
        return new DomainRefusal(
                "audit-finding-closed", "This finding is closed.", "Record a new one in the next review.");
    }

    static DomainRefusal findingsUnanswered(Set<Integer> findings) {
        return new DomainRefusal(
                "findings-unanswered",
                "No follow-up is on record of finding "
                        + new TreeSet<>(findings).stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".",
                "Record what was done or will be done, then sign.");
    }
}
