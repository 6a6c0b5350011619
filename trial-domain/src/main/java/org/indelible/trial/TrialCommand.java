package org.indelible.trial;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.Targeted;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.Reason;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;

/** What can be asked of a trial as a whole. */
public sealed interface TrialCommand extends Targeted {

    TrialId trial();

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return StreamId.of(trial());
    }

    /**
     * @param clock only for a trial of kind {@code test} that is enacted rather than lived: its first entry says that times are simulated
     */
    record RegisterTrial(TrialId trial, TrialKind kind, String name, String sponsor, Optional<SimulatedClock> clock)
            implements TrialCommand {}

    /** A trial with its first protocol version and, where it is there already, the study build that implements it: all of it or nothing. */
    record RegisterStudy(RegisterTrial registration, PublishProtocolVersion version, Optional<PublishStudyBuild> build)
            implements TrialCommand {
        @Override
        public TrialId trial() {
            return registration.trial();
        }
    }

    /** What an ethics committee approves. The first version and every amendment. */
    record PublishProtocolVersion(TrialId trial, ProtocolVersion version, Optional<DocumentHash> document)
            implements TrialCommand {}

    /**
     * One ODM MetaDataVersion implementing one protocol version.
     *
     * @param training what site staff must have been trained in to work with it
     */
    record PublishStudyBuild(
            TrialId trial,
            BuildHash build,
            ProtocolVersion protocolVersion,
            String metaDataVersionOid,
            String name,
            Optional<TrainingVersion> training)
            implements TrialCommand {}

    /** @param reconsent whether participants who signed an earlier version are to sign this one */
    record PublishConsentForm(
            TrialId trial,
            ConsentVersion version,
            ProtocolVersion protocolVersion,
            Optional<DocumentHash> document,
            boolean reconsent)
            implements TrialCommand {}

    /** A changed study build, with the protocol version it implements and the consent form that goes with it, laid before the sponsor. */
    record SubmitAmendment(TrialId trial, AmendmentId amendment, ProposedDefinition definition)
            implements TrialCommand {}

    /**
     * The sponsor's approval, signed; what was submitted is published by it.
     *
     * @param shownAt tree size of the trial's ledger over which the impact was counted that the approver saw
     */
    record ApproveAmendment(TrialId trial, AmendmentId amendment, long shownAt, AuthenticationEvidence authentication)
            implements TrialCommand {}

    /** Rolls back a submission; what was approved cannot be. */
    record WithdrawAmendment(TrialId trial, AmendmentId amendment, Reason reason) implements TrialCommand {}

    record OpenTrial(TrialId trial) implements TrialCommand {}

    /** No further participant is brought in; observation goes on. */
    record CloseTrial(TrialId trial, Reason reason) implements TrialCommand {}

    record LockTrial(TrialId trial, Reason reason) implements TrialCommand {}

    /** An investigator agrees to the unlocking, before the sponsor's data manager does it (R50). */
    record AuthoriseTrialUnlock(TrialId trial, Reason reason, AuthenticationEvidence authentication)
            implements TrialCommand {}

    record UnlockTrial(TrialId trial, Reason reason) implements TrialCommand {}

    record ArchiveTrial(TrialId trial) implements TrialCommand {}

    /**
     * Until when the records of this trial have to be kept (CTR Art. 58; ICH E6(R3) 4.2.8; R65). It may be put off, never brought forward.
     *
     * @param until the last day
     * @param basis the document that says so
     */
    record RecordRetentionEnd(TrialId trial, LocalDate until, Optional<DocumentHash> basis, Reason reason)
            implements TrialCommand {}

    /** Which items an external originator delivers (EMA 6.1.2; R52). */
    record RecordTransferAgreement(
            TrialId trial, String agreementId, String originator, Set<String> itemOids, Optional<DocumentHash> document)
            implements TrialCommand {}

    /** The first of the two persons whose act lets a file be migrated into a trial that is not a test. */
    record ProposeMigration(TrialId trial, DocumentHash file, Reason reason) implements TrialCommand {}

    /** The second of the two persons. */
    record ApproveMigration(TrialId trial, DocumentHash file, Reason reason) implements TrialCommand {}

    /**
     * A file has been brought in; said by the import itself when it is through.
     *
     * @param refused rows that the rules did not let through
     */
    record RecordDataImport(TrialId trial, DocumentHash file, long items, long refused) implements TrialCommand {}

    /** Which source data are verified (ICH E6(R3) 3.11.4; R38 asks the same of signatures). */
    record SetVerificationPlan(TrialId trial, VerificationPlan plan) implements TrialCommand {}

    /** Until when investigators sign which visits (EMA 6.3; R38). */
    record SetSigningPlan(TrialId trial, SigningPlan plan) implements TrialCommand {}
}
