package org.indelible.protocols.check;

import java.util.Optional;

/**
 * What an item holds: text as entered with its unit, or the statement that there is no value (a null flavour), which answers a
 * mandatory question without a value.
 */
public record ItemValue(Optional<String> text, Optional<String> unitOid) {
    public static ItemValue of(String text) {
        return new ItemValue(Optional.of(text), Optional.empty());
    }

    public static ItemValue of(String text, String unitOid) {
        return new ItemValue(Optional.of(text), Optional.of(unitOid));
    }

    public static ItemValue nullFlavour() {
        return new ItemValue(Optional.empty(), Optional.empty());
    }
}
