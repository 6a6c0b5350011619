package org.indelible.auditreview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.auditreview.AuditReviewEvent.*;
import org.indelible.auditreview.FindingOnRecord.FollowUp;
import org.indelible.auditreview.ReviewOnRecord.SignOff;
import org.indelible.readmodel.projection.LoggedEvent;

/** All plans and reviews of a trial, told from its stream: they are few. */
final class ReviewBook {
    private final Map<ReviewPlanId, PlanOnRecord> plans = new LinkedHashMap<>();
    private final Map<AuditReviewId, ReviewOnRecord> reviews = new LinkedHashMap<>();

    ReviewBook add(LoggedEvent logged) {
        if (logged.event() instanceof AuditReviewEvent event) {
            add(event, OnRecord.of(logged));
        }
        return this;
    }

    private void add(AuditReviewEvent event, OnRecord by) {
        switch (event) {
            case AuditReviewPlanned planned ->
                plans.put(planned.plan(), new PlanOnRecord(planned, by, Optional.empty(), Optional.empty()));
            case ReviewPlanEnded ended -> plans.computeIfPresent(ended.plan(), (id, plan) -> plan.ended(by));
            case AuditReviewBegun begun ->
                reviews.put(begun.review(), new ReviewOnRecord(begun, by, List.of(), Optional.empty()));
            case AuditFindingRecorded found ->
                reviews.computeIfPresent(
                        found.review(), (id, review) -> review.with(new FindingOnRecord(found, by, List.of())));
            case AuditFindingFollowedUp done ->
                reviews.computeIfPresent(done.review(), (id, review) -> followedUp(review, done, by));
            case AuditReviewSignedOff signed -> {
                ReviewOnRecord review = reviews.computeIfPresent(
                        signed.review(),
                        (id, known) -> known.signedOff(new SignOff(
                                signed.conclusion(), signed.signature().printedName(), by)));
                if (review != null) {
                    plans.computeIfPresent(
                            review.review().plan(),
                            (id, plan) -> plan.reviewed(LocalDate.ofInstant(by.at(), ZoneOffset.UTC)));
                }
            }
        }
    }

    private static ReviewOnRecord followedUp(ReviewOnRecord review, AuditFindingFollowedUp done, OnRecord by) {
        return review.findings().stream()
                .filter(finding -> finding.number() == done.finding())
                .findFirst()
                .map(finding -> review.with(finding.with(new FollowUp(done.text(), done.closed(), by))))
                .orElse(review);
    }

    /** Those in force first, then the latest. */
    List<PlanOnRecord> plans() {
        return Stream.concat(
                        newest(plans.values()).stream().filter(PlanOnRecord::inForce),
                        newest(plans.values()).stream().filter(plan -> !plan.inForce()))
                .toList();
    }

    /** The latest first. */
    List<ReviewOnRecord> reviews() {
        return newest(reviews.values());
    }

    List<ReviewOnRecord> reviewsOf(PlanOnRecord plan) {
        return reviews().stream()
                .filter(review -> review.review().plan().equals(plan.terms().plan()))
                .toList();
    }

    Optional<PlanOnRecord> planOf(ReviewOnRecord review) {
        return Optional.ofNullable(plans.get(review.review().plan()));
    }

    Optional<PlanOnRecord> plan(String id) {
        return plans.values().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    Optional<ReviewOnRecord> review(String id) {
        return reviews.values().stream()
                .filter(review -> review.id().equals(id))
                .findFirst();
    }

    /** Accounts of all who had a part in it. */
    Set<String> people() {
        return Stream.of(
                        plans.values().stream().map(PlanOnRecord::planned),
                        plans.values().stream().flatMap(plan -> plan.ended().stream()),
                        reviews.values().stream().map(ReviewOnRecord::begun),
                        reviews.values().stream()
                                .flatMap(review -> review.findings().stream())
                                .flatMap(finding -> Stream.concat(
                                        Stream.of(finding.found()),
                                        finding.followUps().stream().map(FollowUp::by))))
                .flatMap(people -> people)
                .map(OnRecord::account)
                .collect(Collectors.toSet());
    }

    private static <T> List<T> newest(Collection<T> oldestFirst) {
        return new ArrayList<>(oldestFirst).reversed();
    }
}
