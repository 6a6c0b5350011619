package org.indelible.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.indelible.authority.ImportPurpose;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureRecord;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;

/** What happened to a trial as a whole. */
public sealed interface TrialEvent {

    /** Always the first entry of the ledger where it is there at all: the times of this trial are enacted. */
    @EventType(name = "simulated-clock-declared")
    record SimulatedClockDeclared(
            @InClear TrialId trial, @InClear SimulatedClock clock) implements TrialEvent {}

    @EventType(name = "trial-registered")
    record TrialRegistered(
            @InClear TrialId trial,
            @InClear TrialKind kind,
            @InClear String name,
            @InClear String sponsor) implements TrialEvent {}

    @EventType(name = "protocol-version-published")
    record ProtocolVersionPublished(
            @InClear ProtocolVersion version,
            @InClear boolean amendment,
            @InClear Optional<DocumentHash> document) implements TrialEvent {}

    @EventType(name = "study-build-published")
    record StudyBuildPublished(
            @InClear BuildHash build,
            @InClear ProtocolVersion protocolVersion,
            @InClear String metaDataVersionOid,
            @InClear String name,
            @InClear Optional<TrainingVersion> training)
            implements TrialEvent {}

    @EventType(name = "consent-form-published")
    record ConsentFormPublished(
            @InClear ConsentVersion version,
            @InClear ProtocolVersion protocolVersion,
            @InClear Optional<DocumentHash> document,
            @InClear boolean reconsent)
            implements TrialEvent {}

    @EventType(name = "amendment-submitted")
    record AmendmentSubmitted(
            @InClear AmendmentId amendment, @InClear ProposedDefinition definition) implements TrialEvent {}

    /** @param shownAt tree size of this ledger over which the impact was counted that the approver saw */
    @EventType(name = "amendment-approved")
    record AmendmentApproved(
            @InClear AmendmentId amendment,
            @InClear long shownAt,
            @InClear SignatureRecord signature) implements TrialEvent {}

    @EventType(name = "amendment-withdrawn")
    record AmendmentWithdrawn(
            @InClear AmendmentId amendment, @InClear RecordedReason reason) implements TrialEvent {}

    @EventType(name = "trial-opened")
    record TrialOpened() implements TrialEvent {}

    @EventType(name = "trial-closed")
    record TrialClosed(@InClear RecordedReason reason) implements TrialEvent {}

    @EventType(name = "trial-locked")
    record TrialLocked(@InClear RecordedReason reason) implements TrialEvent {}

    @EventType(name = "trial-unlock-authorised")
    record TrialUnlockAuthorised(
            @InClear SignatureRecord signature, @InClear RecordedReason reason) implements TrialEvent {}

    /** @param authorisedBy the investigator whose authorisation it used up */
    @EventType(name = "trial-unlocked")
    record TrialUnlocked(
            @InClear AccountId authorisedBy, @InClear RecordedReason reason) implements TrialEvent {}

    @EventType(name = "trial-archived")
    record TrialArchived() implements TrialEvent {}

    /** @param until the last day on which the records of this trial have to be kept */
    @EventType(name = "retention-end-recorded")
    record RetentionEndRecorded(
            @InClear LocalDate until,
            @InClear Optional<DocumentHash> basis,
            @InClear RecordedReason reason) implements TrialEvent {}

    @EventType(name = "transfer-agreement-recorded")
    record TransferAgreementRecorded(
            @InClear String agreementId,
            @InClear String originator,
            @InClear List<String> itemOids,
            @InClear Optional<DocumentHash> document)
            implements TrialEvent {}

    @EventType(name = "migration-proposed")
    record MigrationProposed(
            @InClear DocumentHash file,
            @InClear AccountId by,
            @InClear RecordedReason reason) implements TrialEvent {}

    @EventType(name = "migration-authorised")
    record MigrationAuthorised(
            @InClear DocumentHash file,
            @InClear AccountId proposedBy,
            @InClear AccountId approvedBy,
            @InClear RecordedReason reason)
            implements TrialEvent {}

    /** @param refused rows that the rules did not let through */
    @EventType(name = "data-imported")
    record DataImported(
            @InClear DocumentHash file,
            @InClear ImportPurpose purpose,
            @InClear AccountId startedBy,
            @InClear long items,
            @InClear long refused)
            implements TrialEvent {}

    @EventType(name = "verification-plan-set")
    record VerificationPlanSet(@InClear VerificationPlan plan) implements TrialEvent {}

    @EventType(name = "signing-plan-set")
    record SigningPlanSet(@InClear SigningPlan plan) implements TrialEvent {}
}
