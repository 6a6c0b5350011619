package org.indelible.trial;

import java.time.LocalDate;
import java.util.Optional;
import org.indelible.shared.AccountId;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.shared.TrialStatus;

/** A trial as far as decisions need it. */
public sealed interface TrialState {

    TrialState NONE = new Unregistered(Optional.empty());

    default TrialState evolve(TrialEvent event) {
        return TrialEvolution.evolve(this, event);
    }

    /** @param clock declared before anything else, where the trial is enacted */
    record Unregistered(Optional<SimulatedClock> clock) implements TrialState {}

    /**
     * @param unlockAuthorisedBy an authorisation not yet used
     * @param retainedUntil last day on which its records have to be kept, where that is on record
     */
    record Registered(
            TrialId trial,
            TrialKind kind,
            TrialStatus status,
            PublishedDefinitions published,
            Amendments amendments,
            ImportPermissions imports,
            Optional<AccountId> unlockAuthorisedBy,
            Optional<LocalDate> retainedUntil)
            implements TrialState {

        /** A change of status uses up an authorisation to unlock. */
        Registered with(TrialStatus changed) {
            return new Registered(
                    trial, kind, changed, published, amendments, imports, Optional.empty(), retainedUntil);
        }

        Registered with(PublishedDefinitions definitions) {
            return new Registered(
                    trial, kind, status, definitions, amendments, imports, unlockAuthorisedBy, retainedUntil);
        }

        Registered with(Amendments changed) {
            return new Registered(trial, kind, status, published, changed, imports, unlockAuthorisedBy, retainedUntil);
        }

        Registered with(ImportPermissions permissions) {
            return new Registered(
                    trial, kind, status, published, amendments, permissions, unlockAuthorisedBy, retainedUntil);
        }

        Registered unlockableBy(AccountId account) {
            return new Registered(
                    trial, kind, status, published, amendments, imports, Optional.of(account), retainedUntil);
        }

        Registered retainedUntil(LocalDate until) {
            return new Registered(
                    trial, kind, status, published, amendments, imports, unlockAuthorisedBy, Optional.of(until));
        }
    }
}
