package org.indelible.casebook;

import java.time.LocalDate;
import java.util.Optional;
import org.indelible.shared.CasebookId;
import org.indelible.shared.Reason;

/** Visits and forms as wholes. */
public sealed interface VisitCommand extends CasebookCommand {

    /**
     * @param visit with a key issued by the server, or the natural key of an import, where the event repeats
     * @param on when it took place; absent for running logs (ODM {@code Common})
     */
    record StartVisit(CasebookId casebook, VisitRef visit, Optional<LocalDate> on) implements VisitCommand {}

    record MarkVisitNotDone(CasebookId casebook, VisitRef visit, NullFlavour flavour, Reason reason)
            implements VisitCommand {}

    record MarkFormNotDone(CasebookId casebook, FormRef form, NullFlavour flavour, Reason reason)
            implements VisitCommand {}

    /**
     * A form that is begun moves on to the participant's build. No value is lost: what the build no longer has stays on record.
     *
     * @param reason asked where the form was ever signed: its signatures go stale
     */
    record MigrateForm(CasebookId casebook, FormRef form, Optional<Reason> reason) implements VisitCommand {}
}
