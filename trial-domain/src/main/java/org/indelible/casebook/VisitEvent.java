package org.indelible.casebook;

import java.time.LocalDate;
import java.util.Optional;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.BuildHash;
import org.indelible.shared.RecordedReason;

/** Visits and forms as wholes. */
public sealed interface VisitEvent extends CasebookEvent {

    @EventType(name = "visit-started")
    record VisitStarted(@InClear VisitRef visit, @InClear Optional<LocalDate> on) implements VisitEvent {}

    @EventType(name = "visit-marked-not-done")
    record VisitMarkedNotDone(
            @InClear VisitRef visit,
            @InClear NullFlavour flavour,
            @InClear RecordedReason reason) implements VisitEvent {}

    @EventType(name = "form-marked-not-done")
    record FormMarkedNotDone(
            @InClear FormRef form,
            @InClear NullFlavour flavour,
            @InClear RecordedReason reason) implements VisitEvent {}

    /**
     * @param orphaned how many data points have no place in the new build; they stay on record and readable
     * @param reason there where the form had been signed
     */
    @EventType(name = "form-migrated")
    record FormMigrated(
            @InClear FormRef form,
            @InClear BuildHash from,
            @InClear BuildHash to,
            @InClear int orphaned,
            @InClear Optional<RecordedReason> reason)
            implements VisitEvent {}
}
