package org.indelible.auditreview;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.auditreview.AuditReviewEvent.*;

/** The plans and reviews of a trial, as far as decisions need them. */
record AuditReviewState(Map<ReviewPlanId, Plan> plans, Map<AuditReviewId, Review> reviews) {
    static final AuditReviewState NONE = new AuditReviewState(Map.of(), Map.of());

    record Plan(Reviewer reviewer, List<PlannedView> views, boolean ended) {
        boolean has(AuditView view) {
            return views.stream().anyMatch(planned -> planned.view() == view);
        }
    }

    /**
     * @param findings how many
     * @param unanswered those of them that nobody has followed up
     * @param closed those with which nothing is left to do
     */
    record Review(
            ReviewPlanId plan,
            long size,
            int findings,
            Set<Integer> unanswered,
            Set<Integer> closed,
            boolean signedOff) {
        boolean has(int finding) {
            return finding >= 1 && finding <= findings;
        }

        private Review found(int finding) {
            return new Review(plan, size, finding, with(unanswered, finding), closed, signedOff);
        }

        private Review followedUp(int finding, boolean done) {
            Set<Integer> left = new HashSet<>(unanswered);
            left.remove(finding);
            return new Review(plan, size, findings, Set.copyOf(left), done ? with(closed, finding) : closed, signedOff);
        }

        private Review signed() {
            return new Review(plan, size, findings, unanswered, closed, true);
        }

        private static Set<Integer> with(Set<Integer> numbers, int one) {
            Set<Integer> more = new HashSet<>(numbers);
            more.add(one);
            return Set.copyOf(more);
        }
    }

    Optional<Plan> find(ReviewPlanId plan) {
        return Optional.ofNullable(plans.get(plan));
    }

    Optional<Review> find(AuditReviewId review) {
        return Optional.ofNullable(reviews.get(review));
    }

    AuditReviewState evolve(AuditReviewEvent event) {
        return switch (event) {
            case AuditReviewPlanned e -> put(e.plan(), new Plan(e.reviewer(), e.views(), false));
            case ReviewPlanEnded e ->
                find(e.plan())
                        .map(plan -> put(e.plan(), new Plan(plan.reviewer(), plan.views(), true)))
                        .orElse(this);
            case AuditReviewBegun e -> put(e.review(), new Review(e.plan(), e.size(), 0, Set.of(), Set.of(), false));
            case AuditFindingRecorded e ->
                find(e.review())
                        .map(review -> put(e.review(), review.found(e.finding())))
                        .orElse(this);
            case AuditFindingFollowedUp e ->
                find(e.review())
                        .map(review -> put(e.review(), review.followedUp(e.finding(), e.closed())))
                        .orElse(this);
            case AuditReviewSignedOff e ->
                find(e.review()).map(review -> put(e.review(), review.signed())).orElse(this);
        };
    }

    private AuditReviewState put(ReviewPlanId id, Plan plan) {
        Map<ReviewPlanId, Plan> more = new HashMap<>(plans);
        more.put(id, plan);
        return new AuditReviewState(Map.copyOf(more), reviews);
    }

    private AuditReviewState put(AuditReviewId id, Review review) {
        Map<AuditReviewId, Review> more = new HashMap<>(reviews);
        more.put(id, review);
        return new AuditReviewState(plans, Map.copyOf(more));
    }
}
