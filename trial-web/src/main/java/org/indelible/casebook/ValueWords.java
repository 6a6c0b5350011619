package org.indelible.casebook;

import org.indelible.portal.Say;

/** A value within a sentence. */
public final class ValueWords {
    private ValueWords() {}

    public static String of(ShownValue value, Say say) {
        return switch (value.state()) {
            case VALUE -> value.unit().isEmpty() ? value.text() : value.text() + " " + value.unit();
            case NULL_FLAVOUR -> say.word("flavour", value.flavour());
            case ERASED -> say.message("value.erased");
            case WITHHELD -> say.message("value.withheld");
            case NOTHING -> say.message("value.nothing");
        };
    }
}
