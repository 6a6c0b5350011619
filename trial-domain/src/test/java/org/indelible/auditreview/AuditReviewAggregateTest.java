package org.indelible.auditreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.indelible.authority.Authorities.NOW;
import static org.indelible.authority.Authorities.TRIAL;
import static org.indelible.authority.Authorities.evidence;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.auditreview.AuditReviewCommand.*;
import org.indelible.auditreview.AuditReviewEvent.*;
import org.indelible.authority.Act;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Blinding;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.Role;
import org.indelible.authority.Side;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Requirement({"R12"})
class AuditReviewAggregateTest {
    private static final ReviewPlanId PLAN = new ReviewPlanId("0190a1b2-0000-7000-8000-000000000001");
    private static final AuditReviewId REVIEW = new AuditReviewId("0190a1b2-0000-7000-8000-000000000002");
    private static final Reviewer MANAGERS = new Reviewer(Role.DATA_MANAGER, Optional.empty());
    private static final List<PlannedView> VIEWS =
            List.of(PlannedView.usual(AuditView.ODD_HOURS), PlannedView.usual(AuditView.UNAUTHORISED_ATTEMPTS));
    private static final List<SiteKey> SITES = List.of(new SiteKey("S01"));
    private static final ReviewPeriod PERIOD = new ReviewPeriod(NOW.minus(Duration.ofDays(30)), NOW);
    private static final Reason REASON = Reason.of("The site is closed");
    private static final AuditReviewPlanned PLANNED = planned(MANAGERS);
    private static final ReviewPlanEnded ENDED = new ReviewPlanEnded(PLAN, RecordedReason.of(REASON));
    private static final AuditReviewBegun BEGUN = new AuditReviewBegun(REVIEW, PLAN, PERIOD, 100);

    private final Authority manager = Authorities.of(Role.DATA_MANAGER);
    private final Authority monitor = Authorities.of(Role.MONITOR);

    private static AuditReviewPlanned planned(Reviewer reviewer) {
        return new AuditReviewPlanned(
                PLAN, text("Monthly"), text("Rapid enrolment"), VIEWS, Period.ofMonths(1), reviewer, SITES);
    }

    private static Disclosable<String> text(String text) {
        return Disclosable.of(text, DisclosureClass.FREE_TEXT);
    }

    private static AuditFindingRecorded found(int number) {
        return new AuditFindingRecorded(REVIEW, number, AuditView.ODD_HOURS, Optional.of(12L), text("Night entries"));
    }

    private static AuditFindingFollowedUp followedUp(boolean closed) {
        return new AuditFindingFollowedUp(REVIEW, 1, text("Site asked"), closed);
    }

    private AuditReviewSignedOff signedOff() {
        return new AuditReviewSignedOff(
                REVIEW, text("In order"), FreshSignature.of(manager, SignatureMeaning.REVIEW, evidence(manager)));
    }

    private static PlanAuditReview plan(
            String title, String basis, List<PlannedView> views, Period every, Reviewer reviewer) {
        return new PlanAuditReview(TRIAL, PLAN, title, basis, views, every, reviewer, SITES);
    }

    private static PlanAuditReview plan(String title) {
        return plan(title, "Rapid enrolment", VIEWS, Period.ofMonths(1), MANAGERS);
    }

    private static PlanAuditReview plan(List<PlannedView> views) {
        return plan("Monthly", "Rapid enrolment", views, Period.ofMonths(1), MANAGERS);
    }

    private static RecordAuditFinding find(AuditView view, long entry, String text) {
        return new RecordAuditFinding(TRIAL, REVIEW, view, Optional.of(entry), text);
    }

    private static FollowUpAuditFinding followUp(int finding, String text) {
        return new FollowUpAuditFinding(TRIAL, REVIEW, finding, text, true);
    }

    private SignOffAuditReview signOff(String conclusion) {
        return new SignOffAuditReview(TRIAL, REVIEW, conclusion, evidence(manager));
    }

    private static TestExecutor<AuditReviewAggregate> given(Authority authority, AuditReviewEvent... events) {
        AggregateTestFixture<AuditReviewAggregate> fixture = new AggregateTestFixture<>(AuditReviewAggregate.class);
        fixture.registerInjectableResource(authority);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    @Test
    void a_review_is_planned_made_followed_up_and_signed_off() {
        given(manager).when(plan(" Monthly ")).expectEvents(PLANNED);
        given(manager, PLANNED)
                .when(new BeginAuditReview(TRIAL, REVIEW, PLAN, PERIOD, 100))
                .expectEvents(BEGUN);
        given(manager, PLANNED, BEGUN)
                .when(find(AuditView.ODD_HOURS, 12, "Night entries"))
                .expectEvents(found(1));
        given(manager, PLANNED, BEGUN, found(1))
                .when(find(AuditView.ODD_HOURS, 12, "Night entries"))
                .expectEvents(found(2));
        given(monitor, PLANNED, BEGUN, found(1)).when(followUp(1, "Site asked")).expectEvents(followedUp(true));
        given(manager, PLANNED, BEGUN, found(1), followedUp(true))
                .when(signOff("In order"))
                .expectEvents(signedOff());
    }

    @Test
    void a_plan_needs_a_title_a_basis_and_views_that_show_something() {
        given(manager).when(plan(" ")).expectException(Refused.with("title-required"));
        given(manager).when(plan("x".repeat(121))).expectException(Refused.with("title-too-long"));
        given(manager)
                .when(plan("Monthly", " ", VIEWS, Period.ofMonths(1), MANAGERS))
                .expectException(Refused.with("basis-required"));
        given(manager)
                .when(plan("Monthly", "x".repeat(4001), VIEWS, Period.ofMonths(1), MANAGERS))
                .expectException(Refused.with("text-too-long"));
        given(manager).when(plan(List.of())).expectException(Refused.with("views-required"));
        given(manager)
                .when(plan(List.of(VIEWS.getFirst(), new PlannedView(AuditView.ODD_HOURS, 5))))
                .expectException(Refused.with("view-planned-twice"));
        given(manager)
                .when(plan(List.of(new PlannedView(AuditView.COPIED_DATA, 49))))
                .expectException(Refused.with("threshold-impossible"));
    }

    @Test
    void a_plan_needs_an_interval_and_somebody_who_reviews() {
        for (Period every : List.of(Period.ZERO, Period.ofDays(-1))) {
            given(manager)
                    .when(plan("Monthly", "Rapid enrolment", VIEWS, every, MANAGERS))
                    .expectException(Refused.with("interval-impossible"));
        }
        given(manager)
                .when(plan(
                        "Monthly",
                        "Rapid enrolment",
                        VIEWS,
                        Period.ofDays(7),
                        new Reviewer(Role.COORDINATOR, Optional.empty())))
                .expectException(Refused.with("reviewer-does-not-review"));
        given(manager, PLANNED).when(plan("Monthly")).expectException(Refused.with("audit-review-exists"));
    }

    @Test
    void a_plan_ends_once_and_nothing_begins_under_it_then() {
        EndReviewPlan end = new EndReviewPlan(TRIAL, PLAN, REASON);

        given(monitor, PLANNED).when(end).expectEvents(ENDED);
        given(monitor).when(end).expectException(Refused.with("review-plan-unknown"));
        given(monitor, PLANNED, ENDED).when(end).expectException(Refused.with("review-plan-ended"));
        given(manager, PLANNED, ENDED)
                .when(new BeginAuditReview(TRIAL, REVIEW, PLAN, PERIOD, 100))
                .expectException(Refused.with("review-plan-ended"));
        given(manager, PLANNED, BEGUN, ENDED)
                .when(find(AuditView.ODD_HOURS, 12, "Night entries"))
                .expectEvents(found(1));
    }

    @Test
    void a_review_looks_at_a_period_that_is_over() {
        given(manager, PLANNED)
                .when(new BeginAuditReview(TRIAL, REVIEW, PLAN, new ReviewPeriod(NOW, NOW), 100))
                .expectException(Refused.with("period-reversed"));
        given(manager, PLANNED)
                .when(new BeginAuditReview(TRIAL, REVIEW, PLAN, new ReviewPeriod(NOW, NOW.plusSeconds(1)), 100))
                .expectException(Refused.with("period-in-the-future"));
        given(manager, PLANNED)
                .when(new BeginAuditReview(TRIAL, REVIEW, PLAN, PERIOD, 0))
                .expectException(Refused.with("nothing-to-review"));
        given(manager, PLANNED, BEGUN)
                .when(new BeginAuditReview(TRIAL, REVIEW, PLAN, PERIOD, 100))
                .expectException(Refused.with("audit-review-exists"));
    }

    @Test
    void only_the_planned_reviewer_reviews() {
        BeginAuditReview begin = new BeginAuditReview(TRIAL, REVIEW, PLAN, PERIOD, 100);
        Reviewer another = new Reviewer(Role.DATA_MANAGER, Optional.of(new AccountId("somebody-else")));

        given(monitor, PLANNED).when(begin).expectException(Refused.with("not-the-reviewer"));
        given(manager, planned(another)).when(begin).expectException(Refused.with("not-the-reviewer"));
        given(monitor, PLANNED, BEGUN)
                .when(find(AuditView.ODD_HOURS, 12, "Night entries"))
                .expectException(Refused.with("not-the-reviewer"));
        given(monitor, PLANNED, BEGUN).when(signOff("In order")).expectException(Refused.with("not-the-reviewer"));
    }

    @Test
    void a_finding_is_about_what_the_review_looks_at() {
        given(manager, PLANNED, BEGUN)
                .when(find(AuditView.COPIED_DATA, 12, "Same values"))
                .expectException(Refused.with("view-not-planned"));
        for (long entry : List.of(-1L, 100L)) {
            given(manager, PLANNED, BEGUN)
                    .when(find(AuditView.ODD_HOURS, entry, "Night entries"))
                    .expectException(Refused.with("entry-not-shown"));
        }
        given(manager, PLANNED, BEGUN)
                .when(find(AuditView.UNAUTHORISED_ATTEMPTS, 100, "Tried to sign"))
                .expectSuccessfulHandlerExecution();
        given(manager, PLANNED, BEGUN)
                .when(find(AuditView.ODD_HOURS, 12, " "))
                .expectException(Refused.with("text-required"));
        given(manager, PLANNED)
                .when(find(AuditView.ODD_HOURS, 12, "Night entries"))
                .expectException(Refused.with("audit-review-unknown"));
    }

    @Test
    void a_finding_is_followed_up_until_it_is_closed() {
        given(manager, PLANNED, BEGUN, found(1), followedUp(false), signedOff())
                .when(followUp(1, "Site asked"))
                .expectEvents(followedUp(true));
        given(manager, PLANNED, BEGUN, found(1))
                .when(followUp(2, "Site asked"))
                .expectException(Refused.with("audit-finding-unknown"));
        given(manager, PLANNED, BEGUN, found(1)).when(followUp(1, " ")).expectException(Refused.with("text-required"));
        given(manager, PLANNED, BEGUN, found(1), followedUp(true))
                .when(followUp(1, "Site asked"))
                .expectException(Refused.with("audit-finding-closed"));
    }

    @Test
    void nothing_is_signed_off_while_a_finding_has_no_follow_up() {
        given(manager, PLANNED, BEGUN, found(1))
                .when(signOff("In order"))
                .expectException(Refused.with("findings-unanswered"));
        given(manager, PLANNED, BEGUN).when(signOff(" ")).expectException(Refused.with("conclusion-required"));
        given(manager, PLANNED, BEGUN)
                .when(new SignOffAuditReview(
                        TRIAL, REVIEW, "In order", evidence(manager, 2, true, NOW.minus(Duration.ofHours(1)))))
                .expectException(Refused.with("authentication-not-fresh"));
        given(manager, PLANNED, BEGUN, found(1), followedUp(false))
                .when(signOff("In order"))
                .expectEvents(signedOff());
        given(manager, PLANNED, BEGUN, signedOff())
                .when(signOff("In order"))
                .expectException(Refused.with("audit-review-signed-off"));
        given(manager, PLANNED, BEGUN, signedOff())
                .when(find(AuditView.ODD_HOURS, 12, "Night entries"))
                .expectException(Refused.with("audit-review-signed-off"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MONITOR", "DATA_MANAGER", "SYSTEM"})
    void nobody_else_plans_or_reviews(Role role) {
        Authority other = Authorities.of(role);

        assertThat(other.permits(Act.PLAN_AUDIT_REVIEW)).isFalse();
        given(other).when(plan("Monthly")).expectException(DomainRefusal.class);
        given(other, PLANNED).when(new EndReviewPlan(TRIAL, PLAN, REASON)).expectException(DomainRefusal.class);
        given(other, PLANNED, BEGUN, found(1)).when(followUp(1, "Site asked")).expectException(DomainRefusal.class);
    }

    @Test
    void no_unblinded_role_writes_what_blinded_ones_read() {
        assertThat(Act.REVIEW_AUDIT_TRAIL.roles())
                .allMatch(role -> role.blinding() == Blinding.BLINDED && role.side() == Side.SPONSOR);
        assertThat(Act.PLAN_AUDIT_REVIEW.roles())
                .allMatch(role -> role.blinding() == Blinding.BLINDED && role.side() == Side.SPONSOR);
    }

    @Test
    void the_stream_is_named_after_the_trial() {
        StreamId stream = new StreamId.OfAuditReviews(TRIAL);

        assertThat(stream).hasToString("audit-reviews:" + TRIAL);
        assertThat(StreamId.parse(stream.toString())).isEqualTo(stream);
        assertThat(stream.trial()).contains(TRIAL);
        assertThat(stream.ledger()).isEqualTo(TRIAL.value());
        assertThat(stream.participant()).isEmpty();
    }
}
