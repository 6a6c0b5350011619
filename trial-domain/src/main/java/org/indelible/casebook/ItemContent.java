package org.indelible.casebook;

import java.util.Optional;

/** What a data point is to hold: text exactly as entered, or why there is none. */
public sealed interface ItemContent {

    /** @param unitOid ODM MeasurementUnit the value is given in, where the item leaves a choice */
    record Value(String text, Optional<String> unitOid) implements ItemContent {}

    /** @param reason why there is no value, where the person says */
    record Absent(NullFlavour flavour) implements ItemContent {}

    /** Cleared: there was a value or a null flavour, and there shall be none. */
    record Cleared() implements ItemContent {}

    static ItemContent value(String text) {
        return new Value(text, Optional.empty());
    }

    static ItemContent value(String text, String unitOid) {
        return new Value(text, Optional.of(unitOid));
    }

    static ItemContent absent(NullFlavour flavour) {
        return new Absent(flavour);
    }
}
