package org.indelible.casebook;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SiteKey;

/** The way of a participant through the trial. */
public sealed interface LifecycleEvent extends CasebookEvent {

    @EventType(name = "participant-registered")
    record ParticipantRegistered(
            @InClear CasebookId casebook,
            @InClear SiteKey site,
            @InClear BuildHash build,
            @InClear Optional<ParticipantKey> rescreenOf)
            implements LifecycleEvent {}

    /** @param reason there whenever an identity was recorded before */
    @EventType(name = "identity-recorded")
    record IdentityRecorded(
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<Optional<String>> initials,
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<Optional<String>> fullName,
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<Optional<String>> birthDate,
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<Optional<String>> contact,
            @InClear Optional<RecordedReason> reason)
            implements LifecycleEvent {}

    @EventType(name = "consent-recorded")
    record ConsentRecorded(
            @InClear ConsentVersion version,
            @InClear OffsetDateTime obtainedAt,
            @InClear AccountId obtainedBy,
            @InClear boolean reconsent)
            implements LifecycleEvent {}

    @EventType(name = "screening-started")
    record ScreeningStarted(@InClear LocalDate on) implements LifecycleEvent {}

    @EventType(name = "screening-failed")
    record ScreeningFailed(
            @InClear LocalDate on,
            @InClear ScreenFailure failure,
            @InClear RecordedReason reason) implements LifecycleEvent {}

    @EventType(name = "participant-enrolled")
    record ParticipantEnrolled(@InClear LocalDate on) implements LifecycleEvent {}

    @EventType(name = "participant-randomised")
    record ParticipantRandomised(
            @InClear LocalDate on, @InClear String randomisationNumber) implements LifecycleEvent {}

    @EventType(name = "treatment-discontinued")
    record TreatmentDiscontinued(
            @InClear LocalDate on, @InClear RecordedReason reason) implements LifecycleEvent {}

    @EventType(name = "consent-withdrawn")
    record ConsentWithdrawn(
            @InClear LocalDate on,
            @InClear WithdrawalScope scope,
            @InClear Optional<RecordedReason> reason) implements LifecycleEvent {}

    @EventType(name = "participant-withdrawn")
    record ParticipantWithdrawn(
            @InClear LocalDate on, @InClear RecordedReason reason) implements LifecycleEvent {}

    @EventType(name = "participant-lost-to-follow-up")
    record ParticipantLostToFollowUp(
            @InClear LocalDate on, @InClear RecordedReason reason) implements LifecycleEvent {}

    @EventType(name = "participant-died")
    record ParticipantDied(@InClear LocalDate on, @InClear Optional<RecordedReason> cause) implements LifecycleEvent {}

    @EventType(name = "study-completed")
    record StudyCompleted(@InClear LocalDate on) implements LifecycleEvent {}

    @EventType(name = "participant-transferred")
    record ParticipantTransferred(
            @InClear SiteKey from,
            @InClear SiteKey to,
            @InClear LocalDate on,
            @InClear RecordedReason reason) implements LifecycleEvent {}

    @EventType(name = "build-adopted")
    record BuildAdopted(@InClear BuildHash from, @InClear BuildHash to) implements LifecycleEvent {}

    /** @param description in the words of who raised it; empty where a rule did */
    @EventType(name = "deviation-raised")
    record DeviationRaised(
            @InClear DeviationKind kind,
            @InClear Optional<VisitRef> visit,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<Optional<String>> description)
            implements LifecycleEvent {}
}
