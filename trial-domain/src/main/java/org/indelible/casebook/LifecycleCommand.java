package org.indelible.casebook;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.shared.AccountId;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.SiteKey;

/** The way of a participant through the trial. */
public sealed interface LifecycleCommand extends CasebookCommand {

    /** @param rescreenOf casebook of the earlier, failed screening of the same person */
    record RegisterParticipant(CasebookId casebook, SiteKey site, Optional<ParticipantKey> rescreenOf)
            implements LifecycleCommand {
        @Override
        public Optional<SiteKey> namedSite() {
            return Optional.of(site);
        }
    }

    /** What identifies the person, for the site and the person only. A change needs a reason. */
    record RecordIdentity(CasebookId casebook, Identity identity, Optional<Reason> reason)
            implements LifecycleCommand {}

    /** @param obtainedAt when the participant signed, which may be earlier than this record */
    record RecordConsent(CasebookId casebook, ConsentVersion version, OffsetDateTime obtainedAt, AccountId obtainedBy)
            implements LifecycleCommand {}

    record StartScreening(CasebookId casebook, LocalDate on) implements LifecycleCommand {}

    record FailScreening(CasebookId casebook, LocalDate on, ScreenFailure failure, Reason reason)
            implements LifecycleCommand {}

    record Enrol(CasebookId casebook, LocalDate on) implements LifecycleCommand {}

    /** @param randomisationNumber not the participant key; the treatment is in the allocation stream, never here */
    record RecordRandomisation(CasebookId casebook, LocalDate on, String randomisationNumber)
            implements LifecycleCommand {}

    record DiscontinueTreatment(CasebookId casebook, LocalDate on, Reason reason) implements LifecycleCommand {}

    record WithdrawConsent(CasebookId casebook, LocalDate on, WithdrawalScope scope, Optional<Reason> reason)
            implements LifecycleCommand {}

    record WithdrawFromStudy(CasebookId casebook, LocalDate on, Reason reason) implements LifecycleCommand {}

    record RecordLostToFollowUp(CasebookId casebook, LocalDate on, Reason reason) implements LifecycleCommand {}

    record RecordDeath(CasebookId casebook, LocalDate on, Optional<Reason> cause) implements LifecycleCommand {}

    record CompleteStudy(CasebookId casebook, LocalDate on) implements LifecycleCommand {}

    /** The participant moves; each site keeps access to what it entered. */
    record TransferParticipant(CasebookId casebook, SiteKey to, LocalDate on, Reason reason)
            implements LifecycleCommand {}

    /** The participant moves on to the build that the site has activated; forms already started keep theirs. */
    record AdoptBuild(CasebookId casebook) implements LifecycleCommand {}

    record RaiseDeviation(CasebookId casebook, DeviationKind kind, Optional<VisitRef> visit, String description)
            implements LifecycleCommand {}
}
