package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/**
 * A period of the trial (ODM 2.0, Epoch; USDM 4.0, StudyEpoch). Epochs are in their order.
 *
 * @param type in the words of the source, "Screening Epoch" for example
 * @param eventOids the events that take place in it, in order
 */
public record Epoch(
        String oid, String name, TranslatedText description, Optional<String> type, List<String> eventOids) {
    public Epoch {
        eventOids = List.copyOf(eventOids);
    }
}
