package org.indelible.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.ImportMandate;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.TrialKind;
import org.indelible.shared.TrialStatus;
import org.indelible.trial.TrialCommand.*;
import org.indelible.trial.TrialEvent.*;
import org.indelible.trial.TrialState.Registered;

/** What is asked of a trial, and what comes of it. */
public final class TrialDecisions {
    private TrialDecisions() {}

    public static List<TrialEvent> decide(TrialState state, TrialCommand command, Authority authority) {
        if (command instanceof RegisterTrial register) {
            return register(state, register, authority);
        }
        if (command instanceof RegisterStudy study) {
            return register(state, study, authority);
        }
        if (!(state instanceof Registered trial)) {
            throw new DomainRefusal("trial-not-registered", "There is no such trial.", "Register it first.");
        }
        return switch (command) {
            case RegisterTrial register -> register(state, register, authority);
            case RegisterStudy study -> register(state, study, authority);
            case PublishProtocolVersion publish -> publish(trial, publish, authority);
            case PublishStudyBuild publish -> publish(trial, publish, authority);
            case PublishConsentForm publish -> publish(trial, publish, authority);
            case SubmitAmendment submit -> AmendmentDecisions.submit(trial, submit, authority);
            case ApproveAmendment approve -> AmendmentDecisions.approve(trial, approve, authority);
            case WithdrawAmendment withdraw -> AmendmentDecisions.withdraw(trial, withdraw, authority);
            case OpenTrial open -> open(trial, authority);
            case CloseTrial close -> close(trial, close, authority);
            case LockTrial lock -> lock(trial, lock, authority);
            case AuthoriseTrialUnlock authorise -> authoriseUnlock(trial, authorise, authority);
            case UnlockTrial unlock -> unlock(trial, unlock, authority);
            case ArchiveTrial archive -> archive(trial, authority);
            case RecordRetentionEnd retention -> recordRetention(trial, retention, authority);
            case RecordTransferAgreement agreement -> recordAgreement(trial, agreement, authority);
            case ProposeMigration propose -> propose(propose, authority);
            case ApproveMigration approve -> approve(trial, approve, authority);
            case SetVerificationPlan set -> plan(new VerificationPlanSet(set.plan()), authority);
            case SetSigningPlan set -> plan(new SigningPlanSet(set.plan()), authority);
            case RecordDataImport imported -> recordImport(imported, authority);
        };
    }

    private static List<TrialEvent> register(TrialState state, RegisterTrial command, Authority authority) {
        authority.require(Act.REGISTER_TRIAL);
        if (state instanceof Registered) {
            throw new DomainRefusal("trial-already-registered", "This trial is registered already.", "Use another id.");
        }
        if (command.clock().isPresent() && command.kind() != TrialKind.TEST) {
            throw new DomainRefusal(
                    "simulated-clock-in-real-trial",
                    "Only a trial of kind test can run on a simulated clock.",
                    "Register it as a test, or without a simulated clock.");
        }
        List<TrialEvent> events = new ArrayList<>();
        command.clock().ifPresent(clock -> events.add(new SimulatedClockDeclared(command.trial(), clock)));
        events.add(new TrialRegistered(command.trial(), command.kind(), command.name(), command.sponsor()));
        return events;
    }

    private static List<TrialEvent> register(TrialState state, RegisterStudy command, Authority authority) {
        List<TrialEvent> events = new ArrayList<>(decide(state, command.registration(), authority));
        events.addAll(decide(after(state, events), command.version(), authority));
        command.build().ifPresent(build -> events.addAll(decide(after(state, events), build, authority)));
        return events;
    }

    private static TrialState after(TrialState state, List<TrialEvent> events) {
        TrialState now = state;
        for (TrialEvent event : events) {
            now = now.evolve(event);
        }
        return now;
    }

    private static List<TrialEvent> plan(TrialEvent set, Authority authority) {
        authority.require(Act.SET_REVIEW_PLAN);
        return List.of(set);
    }

    private static List<TrialEvent> publish(Registered trial, PublishProtocolVersion command, Authority authority) {
        authority.require(Act.PUBLISH_VERSION);
        refuseIf(
                trial.published().protocolVersions().contains(command.version()),
                "protocol-version-published",
                "Protocol version " + command.version());
        boolean amendment = !trial.published().protocolVersions().isEmpty();
        return List.of(new ProtocolVersionPublished(command.version(), amendment, command.document()));
    }

    private static List<TrialEvent> publish(Registered trial, PublishStudyBuild command, Authority authority) {
        authority.require(Act.PUBLISH_VERSION);
        requireVersion(trial, command.protocolVersion());
        refuseIf(trial.published().has(command.build()), "study-build-published", "This study build");
        boolean begun = trial.status() != TrialStatus.REGISTERED;
        if (begun && !trial.published().builds().isEmpty()) {
            throw new DomainRefusal(
                    "amendment-required",
                    "The trial has begun: its study build changes by an amendment only.",
                    "Submit the changed metadata as an amendment.");
        }
        return List.of(new StudyBuildPublished(
                command.build(),
                command.protocolVersion(),
                command.metaDataVersionOid(),
                command.name(),
                command.training()));
    }

    private static List<TrialEvent> publish(Registered trial, PublishConsentForm command, Authority authority) {
        authority.require(Act.PUBLISH_VERSION);
        requireVersion(trial, command.protocolVersion());
        refuseIf(
                trial.published().has(command.version()),
                "consent-form-published",
                "Consent form " + command.version());
        return List.of(new ConsentFormPublished(
                command.version(), command.protocolVersion(), command.document(), command.reconsent()));
    }

    private static void refuseIf(boolean published, String code, String what) {
        if (published) {
            throw new DomainRefusal(code, what + " is published already.", "Publish a change as a new version.");
        }
    }

    private static void requireVersion(Registered trial, ProtocolVersion version) {
        if (!trial.published().protocolVersions().contains(version)) {
            throw new DomainRefusal(
                    "protocol-version-unknown",
                    "Protocol version " + version + " is not published.",
                    "Publish the protocol version first.");
        }
    }

    private static List<TrialEvent> open(Registered trial, Authority authority) {
        authority.require(Act.OPEN_TRIAL);
        requireStatus(trial.status() == TrialStatus.REGISTERED || trial.status() == TrialStatus.CLOSED, trial);
        if (trial.published().builds().isEmpty()) {
            throw new DomainRefusal("no-study-build", "The trial has no study build.", "Publish one first.");
        }
        return List.of(new TrialOpened());
    }

    private static List<TrialEvent> close(Registered trial, CloseTrial command, Authority authority) {
        authority.require(Act.CLOSE_TRIAL);
        requireStatus(trial.status() == TrialStatus.OPEN, trial);
        return List.of(new TrialClosed(RecordedReason.of(command.reason())));
    }

    private static List<TrialEvent> lock(Registered trial, LockTrial command, Authority authority) {
        authority.require(Act.LOCK_TRIAL);
        requireStatus(trial.status() == TrialStatus.CLOSED, trial);
        return List.of(new TrialLocked(RecordedReason.of(command.reason())));
    }

    private static List<TrialEvent> authoriseUnlock(
            Registered trial, AuthoriseTrialUnlock command, Authority authority) {
        authority.require(Act.AUTHORISE_UNLOCK);
        requireStatus(trial.status() == TrialStatus.LOCKED, trial);
        return List.of(new TrialUnlockAuthorised(
                FreshSignature.of(authority, SignatureMeaning.APPROVAL, command.authentication()),
                RecordedReason.of(command.reason())));
    }

    private static List<TrialEvent> unlock(Registered trial, UnlockTrial command, Authority authority) {
        authority.require(Act.UNLOCK_TRIAL);
        requireStatus(trial.status() == TrialStatus.LOCKED, trial);
        AccountId authorisedBy = trial.unlockAuthorisedBy()
                .orElseThrow(() -> new DomainRefusal(
                        "unlock-not-authorised",
                        "Unlocking needs the authorisation of an investigator.",
                        "Ask an investigator to authorise it."));
        return List.of(new TrialUnlocked(authorisedBy, RecordedReason.of(command.reason())));
    }

    private static List<TrialEvent> archive(Registered trial, Authority authority) {
        authority.require(Act.ARCHIVE_TRIAL);
        requireStatus(trial.status() == TrialStatus.LOCKED, trial);
        return List.of(new TrialArchived());
    }

    private static List<TrialEvent> recordRetention(Registered trial, RecordRetentionEnd command, Authority authority) {
        authority.require(Act.RECORD_RETENTION);
        if (trial.retainedUntil()
                .filter(known -> !command.until().isAfter(known))
                .isPresent()) {
            throw new DomainRefusal(
                    "retention-not-shortened",
                    "It is on record that these records are kept until "
                            + trial.retainedUntil().get() + ".",
                    "Retention can be extended, never shortened.");
        }
        return List.of(new RetentionEndRecorded(command.until(), command.basis(), RecordedReason.of(command.reason())));
    }

    private static List<TrialEvent> recordAgreement(
            Registered trial, RecordTransferAgreement command, Authority authority) {
        authority.require(Act.RECORD_TRANSFER_AGREEMENT);
        if (trial.imports().agreements().containsKey(command.agreementId())) {
            throw new DomainRefusal(
                    "agreement-recorded", "This agreement is on record.", "Give the new one an id of its own.");
        }
        return List.of(new TransferAgreementRecorded(
                command.agreementId(),
                command.originator(),
                command.itemOids().stream().sorted().toList(),
                command.document()));
    }

    private static List<TrialEvent> propose(ProposeMigration command, Authority authority) {
        authority.require(Act.AUTHORISE_MIGRATION);
        return List.of(new MigrationProposed(
                command.file(), authority.actor().account(), RecordedReason.of(command.reason())));
    }

    private static List<TrialEvent> approve(Registered trial, ApproveMigration command, Authority authority) {
        authority.require(Act.AUTHORISE_MIGRATION);
        AccountId proposedBy = Optional.ofNullable(trial.imports().proposals().get(command.file()))
                .orElseThrow(() -> new DomainRefusal(
                        "migration-not-proposed",
                        "Nobody has proposed this file.",
                        "Propose it first, with a reason."));
        if (proposedBy.equals(authority.actor().account())) {
            throw new DomainRefusal(
                    "second-person-needed", "Who proposed cannot approve.", "Ask a second person to approve.");
        }
        return List.of(new MigrationAuthorised(
                command.file(), proposedBy, authority.actor().account(), RecordedReason.of(command.reason())));
    }

    private static List<TrialEvent> recordImport(RecordDataImport command, Authority authority) {
        ImportMandate mandate = authority
                .mandate()
                .filter(held -> held.file().equals(command.file()))
                .orElseThrow(() -> DomainRefusal.forbidden(
                        "act-not-permitted",
                        "Only the import of a file records that it is through.",
                        "Import the file."));
        return List.of(new DataImported(
                command.file(), mandate.purpose(), mandate.startedBy(), command.items(), command.refused()));
    }

    private static void requireStatus(boolean inTurn, Registered trial) {
        if (!inTurn) {
            throw new DomainRefusal(
                    "trial-status",
                    "The trial is " + trial.status().name().toLowerCase(Locale.ROOT) + ".",
                    "The order is: registered, open, closed, locked, archived.");
        }
    }
}
