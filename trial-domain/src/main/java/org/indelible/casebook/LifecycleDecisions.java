package org.indelible.casebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Act;
import org.indelible.authority.ActivatedBuild;
import org.indelible.authority.Authority;
import org.indelible.authority.ImportMandate;
import org.indelible.authority.ImportPurpose;
import org.indelible.authority.PublishedBuild;
import org.indelible.authority.SiteScope;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.LifecycleCommand.*;
import org.indelible.casebook.LifecycleEvent.*;
import org.indelible.casebook.Progress.Milestone;
import org.indelible.shared.BuildHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;

/**
 * The way of a participant. What happened is recorded even out of turn, with a deviation beside it; what the system itself does (registration, randomisation) is refused
 * out of turn.
 */
final class LifecycleDecisions {
    private LifecycleDecisions() {}

    static List<CasebookEvent> register(CasebookState state, RegisterParticipant command, Authority authority) {
        authority.require(Act.REGISTER_PARTICIPANT);
        if (state.registered().isPresent()) {
            throw CasebookRefusals.alreadyRegistered();
        }
        if (authority.site().map(SiteScope::site).filter(command.site()::equals).isEmpty()) {
            throw CasebookRefusals.siteNotOpened();
        }
        return List.of(new ParticipantRegistered(
                command.casebook(), command.site(), currentBuild(authority), command.rescreenOf()));
    }

    private static BuildHash currentBuild(Authority authority) {
        return authority
                .mandate()
                .flatMap(ImportMandate::build)
                .or(() -> authority.site().flatMap(SiteScope::build).map(ActivatedBuild::build))
                .orElseThrow(CasebookRefusals::noBuild);
    }

    static List<CasebookEvent> decide(Registered casebook, LifecycleCommand command, Authority authority) {
        authority.require(actOf(command));
        return switch (command) {
            case RegisterParticipant c -> throw CasebookRefusals.alreadyRegistered();
            case RecordIdentity c -> identity(casebook, c);
            case RecordConsent c -> consent(casebook, c, authority);
            case StartScreening c ->
                once(casebook, Milestone.SCREENING_STARTED, c.on(), authority, new ScreeningStarted(c.on()));
            case FailScreening c ->
                once(
                        casebook,
                        Milestone.SCREENING_FAILED,
                        c.on(),
                        authority,
                        new ScreeningFailed(c.on(), c.failure(), RecordedReason.of(c.reason())));
            case Enrol c -> enrol(casebook, c, authority);
            case RecordRandomisation c -> randomise(casebook, c, authority);
            case DiscontinueTreatment c ->
                once(
                        casebook,
                        Milestone.TREATMENT_DISCONTINUED,
                        c.on(),
                        authority,
                        new TreatmentDiscontinued(c.on(), RecordedReason.of(c.reason())));
            case WithdrawConsent c ->
                once(
                        casebook,
                        Milestone.CONSENT_WITHDRAWN,
                        c.on(),
                        authority,
                        new ConsentWithdrawn(c.on(), c.scope(), recorded(c.reason())));
            case WithdrawFromStudy c ->
                once(
                        casebook,
                        Milestone.WITHDRAWN,
                        c.on(),
                        authority,
                        new ParticipantWithdrawn(c.on(), RecordedReason.of(c.reason())));
            case RecordLostToFollowUp c ->
                once(
                        casebook,
                        Milestone.LOST_TO_FOLLOW_UP,
                        c.on(),
                        authority,
                        new ParticipantLostToFollowUp(c.on(), RecordedReason.of(c.reason())));
            case RecordDeath c ->
                once(casebook, Milestone.DIED, c.on(), authority, new ParticipantDied(c.on(), recorded(c.cause())));
            case CompleteStudy c -> once(casebook, Milestone.COMPLETED, c.on(), authority, new StudyCompleted(c.on()));
            case TransferParticipant c ->
                casebook.site().equals(c.to())
                        ? List.of()
                        : List.of(new ParticipantTransferred(
                                casebook.site(), c.to(), c.on(), RecordedReason.of(c.reason())));
            case AdoptBuild c -> adopt(casebook, authority);
            case RaiseDeviation c ->
                List.of(new DeviationRaised(
                        c.kind(), c.visit(), Disclosable.of(Optional.of(c.description()), DisclosureClass.FREE_TEXT)));
        };
    }

    private static Act actOf(LifecycleCommand command) {
        return switch (command) {
            case RegisterParticipant c -> Act.REGISTER_PARTICIPANT;
            case RecordIdentity c -> Act.RECORD_IDENTITY;
            case RecordConsent c -> Act.RECORD_CONSENT;
            case StartScreening c -> Act.SCREEN;
            case FailScreening c -> Act.SCREEN;
            case Enrol c -> Act.ENROL;
            case RecordRandomisation c -> Act.RANDOMISE;
            case DiscontinueTreatment c -> Act.RECORD_DISPOSITION;
            case WithdrawConsent c -> Act.WITHDRAW_CONSENT;
            case WithdrawFromStudy c -> Act.RECORD_DISPOSITION;
            case RecordLostToFollowUp c -> Act.RECORD_DISPOSITION;
            case RecordDeath c -> Act.RECORD_DISPOSITION;
            case CompleteStudy c -> Act.RECORD_DISPOSITION;
            case TransferParticipant c -> Act.TRANSFER_PARTICIPANT;
            case AdoptBuild c -> Act.ADOPT_BUILD;
            case RaiseDeviation c -> Act.RAISE_DEVIATION;
        };
    }

    private static List<CasebookEvent> once(
            Registered casebook, Milestone milestone, LocalDate on, Authority authority, CasebookEvent event) {
        requireNew(casebook, milestone);
        requirePast(on, authority);
        return List.of(event);
    }

    private static void requireNew(Registered casebook, Milestone milestone) {
        if (casebook.progress().reached(milestone)) {
            throw CasebookRefusals.alreadyRecorded();
        }
    }

    static void requirePast(LocalDate on, Authority authority) {
        if (on.isAfter(authority.day())) {
            throw CasebookRefusals.timeInFuture();
        }
    }

    private static List<CasebookEvent> identity(Registered casebook, RecordIdentity command) {
        if (casebook.progress().identityRecorded() && command.reason().isEmpty()) {
            throw new DomainRefusal(
                    "reason-required",
                    "A reason is needed to change who this is.",
                    "Say in a few words why it changes.");
        }
        Identity identity = command.identity();
        return List.of(new IdentityRecorded(
                identifying(identity.initials()),
                identifying(identity.fullName()),
                identifying(identity.birthDate()),
                identifying(identity.contact()),
                recorded(command.reason())));
    }

    private static Disclosable<Optional<String>> identifying(Optional<String> value) {
        return Disclosable.of(value, DisclosureClass.IDENTITY);
    }

    private static List<CasebookEvent> consent(Registered casebook, RecordConsent command, Authority authority) {
        if (command.obtainedAt().toInstant().isAfter(authority.at())) {
            throw CasebookRefusals.timeInFuture();
        }
        boolean known = casebook.progress().consents().stream()
                .anyMatch(consent -> consent.version().equals(command.version()));
        if (known) {
            throw CasebookRefusals.alreadyRecorded();
        }
        List<CasebookEvent> events = new ArrayList<>();
        events.add(new ConsentRecorded(
                command.version(),
                command.obtainedAt(),
                command.obtainedBy(),
                !casebook.progress().consents().isEmpty()));
        LocalDate day = command.obtainedAt().toLocalDate();
        boolean approved = authority
                .site()
                .map(site -> site.approved(command.version(), day))
                .orElse(false);
        if (!approved && !authority.importing(ImportPurpose.MIGRATION)) {
            events.add(deviation(DeviationKind.CONSENT_VERSION_NOT_APPROVED, Optional.empty()));
        }
        return events;
    }

    private static List<CasebookEvent> enrol(Registered casebook, Enrol command, Authority authority) {
        List<CasebookEvent> events = new ArrayList<>(
                once(casebook, Milestone.ENROLLED, command.on(), authority, new ParticipantEnrolled(command.on())));
        boolean consented = casebook.progress().consentedBy(Optional.of(command.on()));
        if (!consented && !authority.importing(ImportPurpose.MIGRATION)) {
            events.add(deviation(DeviationKind.ENROLLED_WITHOUT_CONSENT, Optional.empty()));
        }
        if (casebook.progress().reached(Milestone.SCREENING_FAILED)) {
            events.add(deviation(DeviationKind.ENROLLED_AFTER_SCREEN_FAILURE, Optional.empty()));
        }
        return events;
    }

    private static List<CasebookEvent> randomise(
            Registered casebook, RecordRandomisation command, Authority authority) {
        Progress progress = casebook.progress();
        boolean inTurn = progress.consentedBy(Optional.of(command.on()))
                && progress.reached(Milestone.ENROLLED)
                && !progress.reached(Milestone.SCREENING_FAILED)
                && !progress.reached(Milestone.CONSENT_WITHDRAWN)
                && progress.endedOn().isEmpty();
        if (!inTurn) {
            throw CasebookRefusals.randomiseOutOfTurn();
        }
        return once(
                casebook,
                Milestone.RANDOMISED,
                command.on(),
                authority,
                new ParticipantRandomised(command.on(), command.randomisationNumber()));
    }

    private static List<CasebookEvent> adopt(Registered casebook, Authority authority) {
        BuildHash current = currentBuild(authority);
        if (casebook.build().equals(current)) {
            return List.of();
        }
        if (!authority.importing(ImportPurpose.MIGRATION)) {
            requireReconsent(casebook, current, authority);
        }
        return List.of(new BuildAdopted(casebook.build(), current));
    }

    /** Where an amendment asks for a new consent, a participant comes under it with that consent only. */
    private static void requireReconsent(Registered casebook, BuildHash build, Authority authority) {
        authority
                .trial()
                .flatMap(trial -> trial.build(build))
                .flatMap(PublishedBuild::reconsent)
                .filter(version -> !casebook.progress().consentedTo(version))
                .ifPresent(version -> {
                    throw CasebookRefusals.reconsentRequired(version);
                });
    }

    /** Raised by a rule, beside the fact that shows it. */
    static DeviationRaised deviation(DeviationKind kind, Optional<VisitRef> visit) {
        return new DeviationRaised(kind, visit, Disclosable.of(Optional.empty(), DisclosureClass.FREE_TEXT));
    }

    private static Optional<RecordedReason> recorded(Optional<Reason> reason) {
        return reason.map(RecordedReason::of);
    }
}
