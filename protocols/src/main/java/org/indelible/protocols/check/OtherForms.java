package org.indelible.protocols.check;

import java.util.Optional;

/** What the participant's other forms hold, for expressions that look beyond their own: {@code at("SE.BL", WEIGHT)}. */
@FunctionalInterface
public interface OtherForms {
    /** Nothing is known of other forms; what looks at them is undecidable. */
    OtherForms NONE = (eventOid, itemOid) -> Optional.empty();

    /**
     * The value of an item at an event.
     *
     * @return empty where there is none, or where a repetition makes it unclear which one is meant
     */
    Optional<ItemValue> value(String eventOid, String itemOid);
}
