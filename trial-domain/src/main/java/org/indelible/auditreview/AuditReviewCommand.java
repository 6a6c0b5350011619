package org.indelible.auditreview;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.Targeted;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.Reason;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;

/** What can be asked of the reviews of a trial's audit trail. */
public sealed interface AuditReviewCommand extends Targeted {

    TrialId trial();

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return new StreamId.OfAuditReviews(trial());
    }

    /**
     * @param basis the risks from which scope and interval follow
     * @param sites empty for all
     */
    record PlanAuditReview(
            TrialId trial,
            ReviewPlanId plan,
            String title,
            String basis,
            List<PlannedView> views,
            Period every,
            Reviewer reviewer,
            List<SiteKey> sites)
            implements AuditReviewCommand {
        public PlanAuditReview {
            views = List.copyOf(views);
            sites = List.copyOf(sites);
        }
    }

    /** A plan is not changed: it ends, and another begins, so that each review keeps the plan it was made under. */
    record EndReviewPlan(TrialId trial, ReviewPlanId plan, Reason reason) implements AuditReviewCommand {}

    /** @param size of the trial's ledger, as far as the review looks */
    record BeginAuditReview(TrialId trial, AuditReviewId review, ReviewPlanId plan, ReviewPeriod period, long size)
            implements AuditReviewCommand {}

    /** @param entry leaf index of what was found; empty where it is no single entry */
    record RecordAuditFinding(TrialId trial, AuditReviewId review, AuditView view, Optional<Long> entry, String text)
            implements AuditReviewCommand {}

    /**
     * @param finding its number in the review, from 1
     * @param closed whether nothing is left to do
     */
    record FollowUpAuditFinding(TrialId trial, AuditReviewId review, int finding, String text, boolean closed)
            implements AuditReviewCommand {}

    record SignOffAuditReview(
            TrialId trial, AuditReviewId review, String conclusion, AuthenticationEvidence authentication)
            implements AuditReviewCommand {}
}
