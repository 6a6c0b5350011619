package org.indelible.casebook;

import java.util.List;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;

/**
 * What the edit checks of the study build asked of whoever entered data, recorded with what they entered: the system asks, and never alters what was typed (R10, R46).
 */
public sealed interface CheckEvent extends CasebookEvent {
    /**
     * Checks asked while the form was being typed, and the answer was then changed before it was saved.
     *
     * @param answers what stood there when each was asked
     */
    @EventType(name = "check-prompted")
    record CheckPrompted(@InClear FormRef form, @InClear List<PromptedAnswer> answers) implements CheckEvent {
        public CheckPrompted {
            answers = List.copyOf(answers);
        }
    }

    /**
     * A saved value does not pass a check: a query that the system raises.
     *
     * @param check of the study build, as findings name it
     * @param hard bars completion of the form, never saving
     */
    @EventType(name = "check-query-raised")
    record CheckQueryRaised(
            @InClear QueryId query,
            @InClear FormRef form,
            @InClear ItemRef item,
            @InClear String check,
            @InClear boolean hard,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text)
            implements CheckEvent {}

    /** The check that raised the query passes, which closes it. */
    @EventType(name = "check-query-satisfied")
    record CheckQuerySatisfied(@InClear QueryId query) implements CheckEvent {}
}
