package org.indelible.casebook;

import static org.indelible.casebook.CasebookFixture.*;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.casebook.LifecycleCommand.*;
import org.indelible.casebook.LifecycleEvent.*;
import org.indelible.casebook.VisitCommand.*;
import org.indelible.casebook.VisitEvent.*;
import org.indelible.shared.AccountId;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.Refused;
import org.indelible.shared.SiteKey;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final ParticipantEnrolled ENROLLED = new ParticipantEnrolled(TODAY);
    private static final Identity IDENTITY =
            new Identity(Optional.of("A-B"), Optional.empty(), Optional.of("1950-05-01"), Optional.empty());

    private static DeviationRaised deviation(DeviationKind kind) {
        return new DeviationRaised(kind, Optional.empty(), Disclosable.of(Optional.empty(), DisclosureClass.FREE_TEXT));
    }

    private static Disclosable<Optional<String>> identifying(Optional<String> value) {
        return Disclosable.of(value, DisclosureClass.IDENTITY);
    }

    @Test
    void aParticipantIsRegisteredUnderTheBuildOfTheSite() {
        given(COORDINATOR)
                .when(new RegisterParticipant(ID, Authorities.SITE, Optional.empty()))
                .expectEvents(REGISTERED);
        given(COORDINATOR, REGISTERED)
                .when(new RegisterParticipant(ID, Authorities.SITE, Optional.empty()))
                .expectException(Refused.with("participant-exists"));
    }

    @Test
    @Requirement("R60")
    void withoutEthicsApprovalOrBuildNobodyIsRegistered() {
        given(Authorities.withoutApproval(COORDINATOR))
                .when(new RegisterParticipant(ID, Authorities.SITE, Optional.empty()))
                .expectException(Refused.with("ethics-approval-missing"));
    }

    @Test
    @Requirement("R68")
    void identityIsOfAClassOfItsOwnAndChangesWithAReason() {
        IdentityRecorded recorded = new IdentityRecorded(
                identifying(IDENTITY.initials()),
                identifying(IDENTITY.fullName()),
                identifying(IDENTITY.birthDate()),
                identifying(IDENTITY.contact()),
                Optional.empty());

        given(COORDINATOR, REGISTERED)
                .when(new RecordIdentity(ID, IDENTITY, Optional.empty()))
                .expectEvents(recorded);
        given(COORDINATOR, REGISTERED, recorded)
                .when(new RecordIdentity(ID, IDENTITY, Optional.empty()))
                .expectException(Refused.with("reason-required"));
        given(MONITOR, REGISTERED)
                .when(new RecordIdentity(ID, IDENTITY, Optional.empty()))
                .expectException(Refused.with("site-data-belongs-to-site"));
    }

    @Test
    void aConsentIsRecordedWithVersionAndTime() {
        RecordConsent command =
                new RecordConsent(ID, Authorities.CONSENT, CONSENTED.obtainedAt(), new AccountId("investigator"));

        given(COORDINATOR, REGISTERED).when(command).expectEvents(CONSENTED);
        given(COORDINATOR, REGISTERED, CONSENTED).when(command).expectException(Refused.with("already-recorded"));
    }

    @Test
    @Requirement("R57")
    void aConsentToAnUnapprovedVersionIsRecordedWithADeviation() {
        ConsentVersion draft = new ConsentVersion("ICF 0.9");
        OffsetDateTime at = OffsetDateTime.parse("2026-03-01T10:00:00+01:00");
        AccountId by = new AccountId("investigator");

        given(COORDINATOR, REGISTERED)
                .when(new RecordConsent(ID, draft, at, by))
                .expectEvents(
                        new ConsentRecorded(draft, at, by, false),
                        deviation(DeviationKind.CONSENT_VERSION_NOT_APPROVED));
    }

    @Test
    void screeningMayFailForAClassAndAReason() {
        given(INVESTIGATOR, REGISTERED, CONSENTED)
                .when(new StartScreening(ID, TODAY))
                .expectEvents(new ScreeningStarted(TODAY));
        given(INVESTIGATOR, REGISTERED, CONSENTED)
                .when(new FailScreening(ID, TODAY, ScreenFailure.EXCLUSION_CRITERION_MET, REASON))
                .expectEvents(new ScreeningFailed(TODAY, ScreenFailure.EXCLUSION_CRITERION_MET, RECORDED));
    }

    @Test
    @Requirement("R48")
    void anEnrolmentWithoutConsentIsTrueAndADeviation() {
        given(INVESTIGATOR, REGISTERED, CONSENTED).when(new Enrol(ID, TODAY)).expectEvents(ENROLLED);
        given(INVESTIGATOR, REGISTERED)
                .when(new Enrol(ID, TODAY))
                .expectEvents(ENROLLED, deviation(DeviationKind.ENROLLED_WITHOUT_CONSENT));
    }

    @Test
    @Requirement("R48")
    void randomisationOutOfTurnIsRefused() {
        given(INVESTIGATOR, REGISTERED, CONSENTED, ENROLLED)
                .when(new RecordRandomisation(ID, TODAY, "R-17"))
                .expectEvents(new ParticipantRandomised(TODAY, "R-17"));
        given(INVESTIGATOR, REGISTERED, CONSENTED)
                .when(new RecordRandomisation(ID, TODAY, "R-17"))
                .expectException(Refused.with("randomise-out-of-turn"));
        given(INVESTIGATOR, REGISTERED, ENROLLED)
                .when(new RecordRandomisation(ID, TODAY, "R-17"))
                .expectException(Refused.with("randomise-out-of-turn"));
    }

    @Test
    @Requirement("R67")
    void theParticipantWithdrawsConsentInPerson() {
        given(withBuild(Role.PARTICIPANT), begun())
                .when(new WithdrawConsent(ID, TODAY, WithdrawalScope.PARTICIPATION, Optional.empty()))
                .expectEvents(new ConsentWithdrawn(TODAY, WithdrawalScope.PARTICIPATION, Optional.empty()));
    }

    @Test
    void endsOfParticipationAreRecorded() {
        given(INVESTIGATOR, begun())
                .when(new DiscontinueTreatment(ID, TODAY, REASON))
                .expectEvents(new TreatmentDiscontinued(TODAY, RECORDED));
        given(INVESTIGATOR, begun())
                .when(new WithdrawFromStudy(ID, TODAY, REASON))
                .expectEvents(new ParticipantWithdrawn(TODAY, RECORDED));
        given(INVESTIGATOR, begun())
                .when(new RecordLostToFollowUp(ID, TODAY, REASON))
                .expectEvents(new ParticipantLostToFollowUp(TODAY, RECORDED));
        given(INVESTIGATOR, begun())
                .when(new RecordDeath(ID, TODAY, Optional.empty()))
                .expectEvents(new ParticipantDied(TODAY, Optional.empty()));
        given(INVESTIGATOR, begun()).when(new CompleteStudy(ID, TODAY)).expectEvents(new StudyCompleted(TODAY));
        given(INVESTIGATOR, begun())
                .when(new CompleteStudy(ID, TODAY.plusDays(1)))
                .expectException(Refused.with("time-in-future"));
    }

    @Test
    void aTransferredParticipantBelongsToTheOtherSite() {
        SiteKey other = new SiteKey("S02");
        ParticipantTransferred transferred = new ParticipantTransferred(Authorities.SITE, other, TODAY, RECORDED);

        given(DATA_MANAGER, begun())
                .when(new TransferParticipant(ID, other, TODAY, REASON))
                .expectEvents(transferred);
        given(COORDINATOR, begun(transferred))
                .when(new CompleteStudy(ID, TODAY))
                .expectException(Refused.with("other-site"));
    }

    @Test
    void theParticipantMovesOnToTheBuildOfTheSite() {
        Authority amended = Authorities.withBuild(COORDINATOR, Authorities.BUILD);

        given(amended, begun()).when(new AdoptBuild(ID)).expectEvents(new BuildAdopted(Builds.HASH, Authorities.BUILD));
        given(COORDINATOR, begun()).when(new AdoptBuild(ID)).expectNoEvents();
    }

    @Test
    @Requirement("R61")
    void aParticipantComesUnderAnAmendmentThatAsksForANewConsentWithThatConsentOnly() {
        ConsentVersion asked = new ConsentVersion("ICF 2.0");
        Authority amended = Authorities.inTrial(
                Authorities.withBuild(COORDINATOR, Authorities.BUILD), Authorities.trial(Optional.of(asked)));
        ConsentRecorded given = new ConsentRecorded(
                asked, OffsetDateTime.parse("2026-03-02T10:00:00+01:00"), new AccountId("investigator"), true);

        given(amended, begun()).when(new AdoptBuild(ID)).expectException(Refused.with("reconsent-required"));
        given(amended, begun(given))
                .when(new AdoptBuild(ID))
                .expectEvents(new BuildAdopted(Builds.HASH, Authorities.BUILD));
    }

    @Test
    void anybodyInTheTrialTeamRaisesADeviation() {
        given(MONITOR, begun())
                .when(new RaiseDeviation(ID, DeviationKind.OTHER, Optional.empty(), "Visit at home"))
                .expectEvents(new DeviationRaised(
                        DeviationKind.OTHER,
                        Optional.empty(),
                        Disclosable.of(Optional.of("Visit at home"), DisclosureClass.FREE_TEXT)));
    }

    @Test
    void aVisitBeginsOnceAndMayBeMarkedAsNotDone() {
        given(COORDINATOR, REGISTERED, CONSENTED)
                .when(new StartVisit(ID, Builds.BASELINE, Optional.of(TODAY)))
                .expectEvents(VISIT);
        given(COORDINATOR, begun())
                .when(new StartVisit(ID, Builds.BASELINE, Optional.of(TODAY)))
                .expectException(Refused.with("visit-exists"));
        given(COORDINATOR, begun())
                .when(new StartVisit(ID, new VisitRef("SE.BASE", new RepeatKey("again")), Optional.of(TODAY)))
                .expectException(Refused.with("not-repeating"));
        given(COORDINATOR, begun())
                .when(new MarkVisitNotDone(ID, VisitRef.of("SE.WEEK2"), NullFlavour.NOT_DONE, REASON))
                .expectEvents(new VisitMarkedNotDone(VisitRef.of("SE.WEEK2"), NullFlavour.NOT_DONE, RECORDED));
        given(COORDINATOR, begun())
                .when(new MarkFormNotDone(ID, Builds.VITALS, NullFlavour.NOT_DONE, REASON))
                .expectEvents(new FormMarkedNotDone(Builds.VITALS, NullFlavour.NOT_DONE, RECORDED));
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(new MarkFormNotDone(ID, Builds.VITALS, NullFlavour.NOT_DONE, REASON))
                .expectException(Refused.with("form-has-data"));
    }

    @Test
    @Requirement("R60")
    void aVisitWhileTheApprovalHasLapsedIsRecordedWithADeviation() {
        given(Authorities.withoutApproval(COORDINATOR), REGISTERED, CONSENTED)
                .when(new StartVisit(ID, Builds.BASELINE, Optional.of(TODAY)))
                .expectEvents(List.of(
                                VISIT,
                                new DeviationRaised(
                                        DeviationKind.ETHICS_APPROVAL_LAPSED,
                                        Optional.of(Builds.BASELINE),
                                        Disclosable.of(Optional.empty(), DisclosureClass.FREE_TEXT)))
                        .toArray());
    }
}
