package org.indelible.auditreview;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureRecord;
import org.indelible.shared.SiteKey;

/** What happened to the reviews of a trial's audit trail. Of which trial, says the stream; by whom and when, the claims of the entry. */
public sealed interface AuditReviewEvent {

    /** @param sites empty for all */
    @EventType(name = "audit-review-planned")
    record AuditReviewPlanned(
            @InClear ReviewPlanId plan,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> title,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> basis,
            @InClear List<PlannedView> views,
            @InClear Period every,
            @InClear Reviewer reviewer,
            @InClear List<SiteKey> sites)
            implements AuditReviewEvent {
        public AuditReviewPlanned {
            views = List.copyOf(views);
            sites = List.copyOf(sites);
        }
    }

    @EventType(name = "review-plan-ended")
    record ReviewPlanEnded(
            @InClear ReviewPlanId plan, @InClear RecordedReason reason) implements AuditReviewEvent {}

    /** @param size of the trial's ledger, as far as the review looks */
    @EventType(name = "audit-review-begun")
    record AuditReviewBegun(
            @InClear AuditReviewId review,
            @InClear ReviewPlanId plan,
            @InClear ReviewPeriod period,
            @InClear long size) implements AuditReviewEvent {}

    /**
     * @param finding its number in the review, from 1
     * @param entry leaf index in the trial's ledger, in the platform's for an unauthorised attempt
     */
    @EventType(name = "audit-finding-recorded")
    record AuditFindingRecorded(
            @InClear AuditReviewId review,
            @InClear int finding,
            @InClear AuditView view,
            @InClear Optional<Long> entry,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text)
            implements AuditReviewEvent {}

    /** @param closed whether nothing is left to do */
    @EventType(name = "audit-finding-followed-up")
    record AuditFindingFollowedUp(
            @InClear AuditReviewId review,
            @InClear int finding,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text,
            @InClear boolean closed)
            implements AuditReviewEvent {}

    @EventType(name = "audit-review-signed-off")
    record AuditReviewSignedOff(
            @InClear AuditReviewId review,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> conclusion,
            @InClear SignatureRecord signature)
            implements AuditReviewEvent {}
}
