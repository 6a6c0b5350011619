package org.indelible.trial;

import static org.indelible.authority.Authorities.BUILD;
import static org.indelible.authority.Authorities.CONSENT;
import static org.indelible.authority.Authorities.DOCUMENT;
import static org.indelible.authority.Authorities.PROTOCOL;
import static org.indelible.authority.Authorities.TRIAL;
import static org.indelible.authority.Authorities.evidence;

import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.Role;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialKind;
import org.indelible.trial.ProposedDefinition.ProposedConsent;
import org.indelible.trial.TrialCommand.*;
import org.indelible.trial.TrialEvent.*;
import org.junit.jupiter.api.Test;

class AmendmentTest {
    private static final AmendmentId ID = new AmendmentId("amendment-1");
    private static final BuildHash CHANGED = new BuildHash("C".repeat(43));
    private static final ProtocolVersion SECOND = new ProtocolVersion("2.0");
    private static final ConsentVersion NEW_FORM = new ConsentVersion("ICF 2.0");
    private static final Optional<TrainingVersion> TRAINING = Optional.of(new TrainingVersion("2"));
    private static final Reason REASON = Reason.of("Superseded by a letter of the committee");
    private static final TrialRegistered REGISTERED = new TrialRegistered(TRIAL, TrialKind.TEST, "Example", "Sponsor");
    private static final ProtocolVersionPublished VERSION =
            new ProtocolVersionPublished(PROTOCOL, false, Optional.of(DOCUMENT));
    private static final StudyBuildPublished BUILT =
            new StudyBuildPublished(BUILD, PROTOCOL, "MDV.1", "Build 1", Optional.empty());
    private static final AmendmentSubmitted SUBMITTED = new AmendmentSubmitted(
            ID, proposed(BUILD, SECOND, Optional.of(new ProposedConsent(NEW_FORM, Optional.empty(), true))));
    private final Authority builder = Authorities.of(Role.STUDY_BUILDER);
    private final Authority manager = Authorities.of(Role.DATA_MANAGER);

    private static ProposedDefinition proposed(
            BuildHash from, ProtocolVersion version, Optional<ProposedConsent> consent) {
        return new ProposedDefinition(
                from, CHANGED, version, "MDV.2", "Build 2", Optional.of(DOCUMENT), TRAINING, consent);
    }

    private static TestExecutor<TrialAggregate> given(Authority authority, TrialEvent... events) {
        AggregateTestFixture<TrialAggregate> fixture = new AggregateTestFixture<>(TrialAggregate.class);
        fixture.registerInjectableResource(authority);
        return fixture.given((Object[]) events);
    }

    private static TestExecutor<TrialAggregate> open(Authority authority, TrialEvent... more) {
        return given(
                authority,
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(REGISTERED, VERSION, BUILT, new TrialOpened()),
                                java.util.Arrays.stream(more))
                        .toArray(TrialEvent[]::new));
    }

    @Test
    @Requirement("R59")
    void aSubmittedAmendmentPublishesNothing() {
        open(builder)
                .when(new SubmitAmendment(TRIAL, ID, SUBMITTED.definition()))
                .expectEvents(SUBMITTED);
        open(manager)
                .when(new SubmitAmendment(TRIAL, ID, SUBMITTED.definition()))
                .expectException(Refused.with("act-not-permitted"));
        open(builder, SUBMITTED)
                .when(new SubmitAmendment(TRIAL, ID, SUBMITTED.definition()))
                .expectException(Refused.with("amendment-exists"));
    }

    @Test
    void anAmendmentChangesTheBuildThatWasPublishedLast() {
        open(builder)
                .when(new SubmitAmendment(TRIAL, ID, proposed(CHANGED, SECOND, Optional.empty())))
                .expectException(Refused.with("amendment-outdated"));
        StudyBuildPublished another =
                new StudyBuildPublished(new BuildHash("D".repeat(43)), PROTOCOL, "MDV.3", "Build 3", TRAINING);
        open(manager, SUBMITTED, another)
                .when(new ApproveAmendment(TRIAL, ID, 12, evidence(manager)))
                .expectException(Refused.with("amendment-outdated"));
    }

    @Test
    void anAmendmentThatChangesNothingIsRefused() {
        StudyBuildPublished same = new StudyBuildPublished(CHANGED, PROTOCOL, "MDV.2", "Build 2", TRAINING);
        open(builder, same)
                .when(new SubmitAmendment(TRIAL, ID, proposed(CHANGED, SECOND, Optional.empty())))
                .expectException(Refused.with("study-build-published"));
    }

    @Test
    void aConsentFormThatIsPublishedIsNotPublishedAgain() {
        ProposedConsent known = new ProposedConsent(CONSENT, Optional.empty(), true);
        open(builder, new ConsentFormPublished(CONSENT, PROTOCOL, Optional.empty(), false))
                .when(new SubmitAmendment(TRIAL, ID, proposed(BUILD, SECOND, Optional.of(known))))
                .expectException(Refused.with("consent-form-published"));
    }

    @Test
    @Requirement({"R34", "R59"})
    void approvalIsSignedAndPublishesWhatWasSubmitted() {
        open(manager, SUBMITTED)
                .when(new ApproveAmendment(TRIAL, ID, 12, evidence(manager)))
                .expectEvents(
                        new AmendmentApproved(
                                ID, 12, FreshSignature.of(manager, SignatureMeaning.APPROVAL, evidence(manager))),
                        new ProtocolVersionPublished(SECOND, true, Optional.of(DOCUMENT)),
                        new StudyBuildPublished(CHANGED, SECOND, "MDV.2", "Build 2", TRAINING),
                        new ConsentFormPublished(NEW_FORM, SECOND, Optional.empty(), true));
        Authority monitor = Authorities.of(Role.MONITOR);
        open(monitor, SUBMITTED)
                .when(new ApproveAmendment(TRIAL, ID, 12, evidence(monitor)))
                .expectException(Refused.with("act-not-permitted"));
        open(manager, SUBMITTED)
                .when(new ApproveAmendment(
                        TRIAL, ID, 12, evidence(manager, 2, true, manager.at().minusSeconds(3600))))
                .expectException(Refused.with("authentication-not-fresh"));
        open(manager)
                .when(new ApproveAmendment(TRIAL, ID, 12, evidence(manager)))
                .expectException(Refused.with("amendment-unknown"));
    }

    @Test
    void aBuildOfThePresentProtocolVersionPublishesNoOtherVersion() {
        open(manager, new AmendmentSubmitted(ID, proposed(BUILD, PROTOCOL, Optional.empty())))
                .when(new ApproveAmendment(TRIAL, ID, 12, evidence(manager)))
                .expectEvents(
                        new AmendmentApproved(
                                ID, 12, FreshSignature.of(manager, SignatureMeaning.APPROVAL, evidence(manager))),
                        new StudyBuildPublished(CHANGED, PROTOCOL, "MDV.2", "Build 2", TRAINING));
    }

    @Test
    @Requirement("R59")
    void aSubmissionIsRolledBackAndHistoryIsNot() {
        AmendmentWithdrawn withdrawn = new AmendmentWithdrawn(ID, RecordedReason.of(REASON));
        AmendmentApproved approved =
                new AmendmentApproved(ID, 12, FreshSignature.of(manager, SignatureMeaning.APPROVAL, evidence(manager)));

        open(builder, SUBMITTED).when(new WithdrawAmendment(TRIAL, ID, REASON)).expectEvents(withdrawn);
        open(builder, SUBMITTED, approved)
                .when(new WithdrawAmendment(TRIAL, ID, REASON))
                .expectException(Refused.with("amendment-decided"));
        open(manager, SUBMITTED, withdrawn)
                .when(new ApproveAmendment(TRIAL, ID, 12, evidence(manager)))
                .expectException(Refused.with("amendment-decided"));
    }

    @Test
    @Requirement("R59")
    void onceTheTrialHasBegunABuildIsPublishedByAnAmendmentOnly() {
        PublishStudyBuild direct = new PublishStudyBuild(TRIAL, CHANGED, PROTOCOL, "MDV.2", "Build 2", TRAINING);

        given(builder, REGISTERED, VERSION, BUILT)
                .when(direct)
                .expectEvents(new StudyBuildPublished(CHANGED, PROTOCOL, "MDV.2", "Build 2", TRAINING));
        open(builder).when(direct).expectException(Refused.with("amendment-required"));
    }
}
