package org.indelible.auditreview;

import java.time.Period;
import java.util.List;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.auditreview.AuditReviewCommand.*;
import org.indelible.auditreview.AuditReviewEvent.*;
import org.indelible.auditreview.AuditReviewState.Plan;
import org.indelible.auditreview.AuditReviewState.Review;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureMeaning;

/** What is asked about reviews of the audit trail, and what comes of it. A review keeps to the scope and the reviewer of its plan. */
final class AuditReviewDecisions {
    private AuditReviewDecisions() {}

    static List<AuditReviewEvent> decide(AuditReviewState state, AuditReviewCommand command, Authority authority) {
        return switch (command) {
            case PlanAuditReview c -> plan(state, c, authority);
            case EndReviewPlan c -> end(state, c, authority);
            case BeginAuditReview c -> begin(state, c, authority);
            case RecordAuditFinding c -> find(state, c, authority);
            case FollowUpAuditFinding c -> followUp(state, c, authority);
            case SignOffAuditReview c -> signOff(state, c, authority);
        };
    }

    private static List<AuditReviewEvent> plan(AuditReviewState state, PlanAuditReview command, Authority authority) {
        authority.require(Act.PLAN_AUDIT_REVIEW);
        if (state.find(command.plan()).isPresent()) {
            throw AuditReviewRefusals.onRecord();
        }
        String title = AuditReviewTexts.title(command.title());
        String basis = AuditReviewTexts.basis(command.basis());
        requireViews(command.views());
        Period every = command.every();
        if (every.isZero() || every.isNegative()) {
            throw AuditReviewRefusals.intervalImpossible();
        }
        if (!Act.REVIEW_AUDIT_TRAIL.roles().contains(command.reviewer().role())) {
            throw AuditReviewRefusals.reviewerDoesNotReview();
        }
        return List.of(new AuditReviewPlanned(
                command.plan(),
                freeText(title),
                freeText(basis),
                command.views(),
                every,
                command.reviewer(),
                command.sites()));
    }

    private static void requireViews(List<PlannedView> views) {
        if (views.isEmpty()) {
            throw AuditReviewRefusals.viewsRequired();
        }
        if (views.stream().map(PlannedView::view).distinct().count() < views.size()) {
            throw AuditReviewRefusals.viewPlannedTwice();
        }
        views.stream().filter(view -> !view.possible()).findFirst().ifPresent(view -> {
            throw AuditReviewRefusals.thresholdImpossible(view.view());
        });
    }

    private static List<AuditReviewEvent> end(AuditReviewState state, EndReviewPlan command, Authority authority) {
        authority.require(Act.PLAN_AUDIT_REVIEW);
        inForce(state, command.plan());
        return List.of(new ReviewPlanEnded(command.plan(), RecordedReason.of(command.reason())));
    }

    private static List<AuditReviewEvent> begin(AuditReviewState state, BeginAuditReview command, Authority authority) {
        authority.require(Act.REVIEW_AUDIT_TRAIL);
        requireReviewer(inForce(state, command.plan()), authority);
        if (state.find(command.review()).isPresent()) {
            throw AuditReviewRefusals.onRecord();
        }
        ReviewPeriod period = command.period();
        if (!period.from().isBefore(period.until())) {
            throw AuditReviewRefusals.periodReversed();
        }
        if (period.until().isAfter(authority.at())) {
            throw AuditReviewRefusals.periodInTheFuture();
        }
        if (command.size() < 1) {
            throw AuditReviewRefusals.nothingToReview();
        }
        return List.of(new AuditReviewBegun(command.review(), command.plan(), period, command.size()));
    }

    private static List<AuditReviewEvent> find(
            AuditReviewState state, RecordAuditFinding command, Authority authority) {
        authority.require(Act.REVIEW_AUDIT_TRAIL);
        Review review = underWay(state, command.review(), authority);
        if (!planOf(state, review).has(command.view())) {
            throw AuditReviewRefusals.viewNotPlanned();
        }
        command.entry().filter(entry -> !shown(review, command.view(), entry)).ifPresent(entry -> {
            throw AuditReviewRefusals.entryNotShown();
        });
        return List.of(new AuditFindingRecorded(
                command.review(),
                review.findings() + 1,
                command.view(),
                command.entry(),
                freeText(AuditReviewTexts.text(command.text()))));
    }

    /** Attempts are on record in the platform's ledger, of whose size the review says nothing. */
    private static boolean shown(Review review, AuditView view, long entry) {
        return entry >= 0 && (view == AuditView.UNAUTHORISED_ATTEMPTS || entry < review.size());
    }

    /** Goes on after the sign-off, until it is closed. */
    private static List<AuditReviewEvent> followUp(
            AuditReviewState state, FollowUpAuditFinding command, Authority authority) {
        authority.require(Act.REVIEW_AUDIT_TRAIL);
        Review review = review(state, command.review());
        if (!review.has(command.finding())) {
            throw AuditReviewRefusals.findingUnknown();
        }
        if (review.closed().contains(command.finding())) {
            throw AuditReviewRefusals.findingClosed();
        }
        return List.of(new AuditFindingFollowedUp(
                command.review(),
                command.finding(),
                freeText(AuditReviewTexts.text(command.text())),
                command.closed()));
    }

    private static List<AuditReviewEvent> signOff(
            AuditReviewState state, SignOffAuditReview command, Authority authority) {
        authority.require(Act.REVIEW_AUDIT_TRAIL);
        Review review = underWay(state, command.review(), authority);
        if (!review.unanswered().isEmpty()) {
            throw AuditReviewRefusals.findingsUnanswered(review.unanswered());
        }
        String conclusion = AuditReviewTexts.conclusion(command.conclusion());
        return List.of(new AuditReviewSignedOff(
                command.review(),
                freeText(conclusion),
                FreshSignature.of(authority, SignatureMeaning.REVIEW, command.authentication())));
    }

    private static Plan inForce(AuditReviewState state, ReviewPlanId id) {
        Plan plan = state.find(id).orElseThrow(AuditReviewRefusals::planUnknown);
        if (plan.ended()) {
            throw AuditReviewRefusals.planEnded();
        }
        return plan;
    }

    private static Review underWay(AuditReviewState state, AuditReviewId id, Authority authority) {
        Review review = review(state, id);
        if (review.signedOff()) {
            throw AuditReviewRefusals.reviewSignedOff();
        }
        requireReviewer(planOf(state, review), authority);
        return review;
    }

    private static Review review(AuditReviewState state, AuditReviewId id) {
        return state.find(id).orElseThrow(AuditReviewRefusals::reviewUnknown);
    }

    private static Plan planOf(AuditReviewState state, Review review) {
        return state.find(review.plan()).orElseThrow(AuditReviewRefusals::planUnknown);
    }

    private static void requireReviewer(Plan plan, Authority authority) {
        if (!plan.reviewer().is(authority.actor())) {
            throw AuditReviewRefusals.notTheReviewer();
        }
    }

    private static Disclosable<String> freeText(String text) {
        return Disclosable.of(text, DisclosureClass.FREE_TEXT);
    }
}
