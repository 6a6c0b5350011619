package org.indelible.shared;

import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.InClear;

/** A reason as an event keeps it: people type what they like, so the text can be removed later (R06, R69). */
public record RecordedReason(
        @InClear ReasonCategory category,
        @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text) {

    public static RecordedReason of(Reason reason) {
        return new RecordedReason(reason.category(), Disclosable.of(reason.text(), DisclosureClass.FREE_TEXT));
    }
}
