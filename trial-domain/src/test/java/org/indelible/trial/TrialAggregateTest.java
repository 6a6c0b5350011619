package org.indelible.trial;

import static org.indelible.authority.Authorities.BUILD;
import static org.indelible.authority.Authorities.CONSENT;
import static org.indelible.authority.Authorities.DOCUMENT;
import static org.indelible.authority.Authorities.PROTOCOL;
import static org.indelible.authority.Authorities.TRIAL;
import static org.indelible.authority.Authorities.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.Role;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.TrialKind;
import org.indelible.trial.TrialCommand.*;
import org.indelible.trial.TrialEvent.*;
import org.junit.jupiter.api.Test;

class TrialAggregateTest {
    private static final Reason REASON = Reason.of("As planned");
    private static final RecordedReason RECORDED = RecordedReason.of(REASON);
    private static final TrialRegistered REGISTERED = new TrialRegistered(TRIAL, TrialKind.TEST, "Example", "Sponsor");
    private static final ProtocolVersionPublished VERSION =
            new ProtocolVersionPublished(PROTOCOL, false, Optional.of(DOCUMENT));
    private static final StudyBuildPublished BUILT =
            new StudyBuildPublished(BUILD, PROTOCOL, "MDV.1", "Build 1", Optional.empty());
    private final Authority builder = Authorities.of(Role.STUDY_BUILDER);
    private final Authority dataManager = Authorities.of(Role.DATA_MANAGER);
    private final Authority investigator = Authorities.of(Role.INVESTIGATOR);

    private static TestExecutor<TrialAggregate> given(Authority authority, TrialEvent... events) {
        AggregateTestFixture<TrialAggregate> fixture = new AggregateTestFixture<>(TrialAggregate.class);
        fixture.registerInjectableResource(authority);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static TrialEvent[] locked(TrialEvent... more) {
        List<TrialEvent> events = new ArrayList<>(List.of(
                REGISTERED, VERSION, BUILT, new TrialOpened(), new TrialClosed(RECORDED), new TrialLocked(RECORDED)));
        events.addAll(Arrays.asList(more));
        return events.toArray(TrialEvent[]::new);
    }

    @Test
    void aTrialIsRegistered() {
        given(builder)
                .when(new RegisterTrial(TRIAL, TrialKind.TEST, "Example", "Sponsor", Optional.empty()))
                .expectEvents(REGISTERED);
    }

    @Test
    @Requirement("R17")
    void theFirstEntryOfAnEnactedTrialDeclaresItsSimulatedClock() {
        SimulatedClock clock =
                new SimulatedClock(Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));

        given(builder)
                .when(new RegisterTrial(TRIAL, TrialKind.TEST, "Example", "Sponsor", Optional.of(clock)))
                .expectEvents(new SimulatedClockDeclared(TRIAL, clock), REGISTERED);
    }

    @Test
    @Requirement("R17")
    void aProductionTrialDoesNotRunOnASimulatedClock() {
        SimulatedClock clock = new SimulatedClock(Instant.EPOCH, Instant.EPOCH);

        given(builder)
                .when(new RegisterTrial(TRIAL, TrialKind.PRODUCTION, "Example", "Sponsor", Optional.of(clock)))
                .expectException(Refused.with("simulated-clock-in-real-trial"));
    }

    @Test
    void aStudyIsRegisteredAsAWholeOrNotAtAll() {
        RegisterTrial trial = new RegisterTrial(TRIAL, TrialKind.TEST, "Example", "Sponsor", Optional.empty());
        PublishProtocolVersion version = new PublishProtocolVersion(TRIAL, VERSION.version(), VERSION.document());
        PublishStudyBuild build = new PublishStudyBuild(
                TRIAL,
                BUILT.build(),
                BUILT.protocolVersion(),
                BUILT.metaDataVersionOid(),
                BUILT.name(),
                BUILT.training());

        given(builder)
                .when(new RegisterStudy(trial, version, Optional.of(build)))
                .expectEvents(REGISTERED, VERSION, BUILT);
        given(builder).when(new RegisterStudy(trial, version, Optional.empty())).expectEvents(REGISTERED, VERSION);
        given(builder, REGISTERED, VERSION)
                .when(new RegisterStudy(trial, version, Optional.of(build)))
                .expectException(Refused.with("trial-already-registered"));
        given(Authorities.of(Role.MONITOR))
                .when(new RegisterStudy(trial, version, Optional.of(build)))
                .expectException(Refused.with("act-not-permitted"));
    }

    @Test
    void aTrialIsRegisteredOnce() {
        given(builder, REGISTERED)
                .when(new RegisterTrial(TRIAL, TrialKind.PRODUCTION, "Example", "Sponsor", Optional.empty()))
                .expectException(Refused.with("trial-already-registered"));
    }

    @Test
    @Requirement("R21")
    void aMonitorRegistersNoTrial() {
        given(Authorities.of(Role.MONITOR))
                .when(new RegisterTrial(TRIAL, TrialKind.TEST, "Example", "Sponsor", Optional.empty()))
                .expectException(Refused.with("act-not-permitted"));
    }

    @Test
    void theSecondProtocolVersionIsAnAmendment() {
        given(builder, REGISTERED, VERSION)
                .when(new PublishProtocolVersion(
                        TRIAL, new org.indelible.shared.ProtocolVersion("2.0"), Optional.empty()))
                .expectEvents(new ProtocolVersionPublished(
                        new org.indelible.shared.ProtocolVersion("2.0"), true, Optional.empty()));
    }

    @Test
    void aProtocolVersionIsPublishedOnce() {
        given(builder, REGISTERED, VERSION)
                .when(new PublishProtocolVersion(TRIAL, PROTOCOL, Optional.empty()))
                .expectException(Refused.with("protocol-version-published"));
    }

    @Test
    void aStudyBuildImplementsAPublishedProtocolVersion() {
        PublishStudyBuild command = new PublishStudyBuild(TRIAL, BUILD, PROTOCOL, "MDV.1", "Build 1", Optional.empty());

        given(builder, REGISTERED, VERSION).when(command).expectEvents(BUILT);
        given(builder, REGISTERED).when(command).expectException(Refused.with("protocol-version-unknown"));
        given(builder, REGISTERED, VERSION, BUILT).when(command).expectException(Refused.with("study-build-published"));
    }

    @Test
    void aConsentFormIsAVersionOfItsOwn() {
        PublishConsentForm command = new PublishConsentForm(TRIAL, CONSENT, PROTOCOL, Optional.of(DOCUMENT), false);
        ConsentFormPublished published = new ConsentFormPublished(CONSENT, PROTOCOL, Optional.of(DOCUMENT), false);

        given(builder, REGISTERED, VERSION).when(command).expectEvents(published);
        given(builder, REGISTERED, VERSION, published)
                .when(command)
                .expectException(Refused.with("consent-form-published"));
    }

    @Test
    @Requirement("R48")
    void aTrialOpensWithAStudyBuildOnly() {
        given(builder, REGISTERED, VERSION, BUILT).when(new OpenTrial(TRIAL)).expectEvents(new TrialOpened());
        given(builder, REGISTERED, VERSION).when(new OpenTrial(TRIAL)).expectException(Refused.with("no-study-build"));
    }

    @Test
    @Requirement("R48")
    void aTrialIsClosedThenLockedThenArchived() {
        given(dataManager, REGISTERED, VERSION, BUILT, new TrialOpened())
                .when(new CloseTrial(TRIAL, REASON))
                .expectEvents(new TrialClosed(RECORDED));
        given(dataManager, REGISTERED, VERSION, BUILT, new TrialOpened())
                .when(new LockTrial(TRIAL, REASON))
                .expectException(Refused.with("trial-status"));
        given(dataManager, REGISTERED, VERSION, BUILT, new TrialOpened(), new TrialClosed(RECORDED))
                .when(new LockTrial(TRIAL, REASON))
                .expectEvents(new TrialLocked(RECORDED));
        given(dataManager, locked()).when(new ArchiveTrial(TRIAL)).expectEvents(new TrialArchived());
    }

    @Test
    @Requirement("R50")
    void unlockingNeedsTheAuthorisationOfAnInvestigator() {
        TrialUnlockAuthorised authorised = new TrialUnlockAuthorised(
                FreshSignature.of(investigator, SignatureMeaning.APPROVAL, evidence(investigator)), RECORDED);

        given(dataManager, locked())
                .when(new UnlockTrial(TRIAL, REASON))
                .expectException(Refused.with("unlock-not-authorised"));
        given(investigator, locked())
                .when(new AuthoriseTrialUnlock(TRIAL, REASON, evidence(investigator)))
                .expectEvents(authorised);
        given(dataManager, locked())
                .when(new AuthoriseTrialUnlock(TRIAL, REASON, evidence(dataManager)))
                .expectException(Refused.with("act-not-permitted"));
        given(dataManager, locked(authorised))
                .when(new UnlockTrial(TRIAL, REASON))
                .expectEvents(new TrialUnlocked(investigator.actor().account(), RECORDED));
    }

    @Test
    @Requirement("R16")
    void aTransferAgreementNamesOriginatorAndItems() {
        given(dataManager, REGISTERED)
                .when(new RecordTransferAgreement(TRIAL, "A1", "Central lab", Set.of("I.B", "I.A"), Optional.empty()))
                .expectEvents(
                        new TransferAgreementRecorded("A1", "Central lab", List.of("I.A", "I.B"), Optional.empty()));
    }

    @Test
    @Requirement({"R65", "R68"})
    void theEndOfRetentionIsOnRecordAndIsPutOffOnly() {
        LocalDate until = LocalDate.parse("2051-11-30");
        RetentionEndRecorded recorded = new RetentionEndRecorded(until, Optional.of(DOCUMENT), RECORDED);

        given(dataManager, locked(new TrialArchived()))
                .when(new RecordRetentionEnd(TRIAL, until, Optional.of(DOCUMENT), REASON))
                .expectEvents(recorded);
        given(dataManager, REGISTERED, recorded)
                .when(new RecordRetentionEnd(TRIAL, until.minusDays(1), Optional.empty(), REASON))
                .expectException(Refused.with("retention-not-shortened"));
        given(dataManager, REGISTERED, recorded)
                .when(new RecordRetentionEnd(TRIAL, until.plusYears(5), Optional.empty(), REASON))
                .expectEvents(new RetentionEndRecorded(until.plusYears(5), Optional.empty(), RECORDED));
        given(investigator, REGISTERED)
                .when(new RecordRetentionEnd(TRIAL, until, Optional.empty(), REASON))
                .expectException(Refused.with("act-not-permitted"));
    }

    @Test
    void aMigrationIsAnActOfTwoPersons() {
        MigrationProposed proposed = new MigrationProposed(DOCUMENT, new AccountId("data-manager"), RECORDED);

        given(dataManager, REGISTERED)
                .when(new ProposeMigration(TRIAL, DOCUMENT, REASON))
                .expectEvents(proposed);
        given(dataManager, REGISTERED, proposed)
                .when(new ApproveMigration(TRIAL, DOCUMENT, REASON))
                .expectException(Refused.with("second-person-needed"));
        given(builder, REGISTERED, proposed)
                .when(new ApproveMigration(TRIAL, DOCUMENT, REASON))
                .expectEvents(new MigrationAuthorised(
                        DOCUMENT, new AccountId("data-manager"), new AccountId("study-builder"), RECORDED));
        given(builder, REGISTERED)
                .when(new ApproveMigration(TRIAL, DOCUMENT, REASON))
                .expectException(Refused.with("migration-not-proposed"));
    }
}
