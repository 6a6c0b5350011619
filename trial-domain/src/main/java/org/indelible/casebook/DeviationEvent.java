package org.indelible.casebook;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;

/** What was done about deviations. */
public sealed interface DeviationEvent extends CasebookEvent {
    /** @param deviation number of its event in the stream */
    @EventType(name = "deviation-assessed")
    record DeviationAssessed(
            @InClear Version deviation,
            @InClear DeviationGrade grade,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> action,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<Optional<String>> followUp,
            @InClear boolean closed)
            implements DeviationEvent {}
}
