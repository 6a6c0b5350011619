package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/**
 * A limit on an item's value (ODM 1.3.2, 3.1.1.3.6.4). Without a comparator it is stated by its expressions; with a unit it
 * applies only to values recorded in that unit.
 */
public record RangeCheck(
        Optional<Comparator> comparator,
        SoftHard softHard,
        List<String> values,
        Optional<String> unitOid,
        TranslatedText errorMessage,
        List<FormalExpression> formalExpressions) {
    public RangeCheck {
        values = List.copyOf(values);
        formalExpressions = List.copyOf(formalExpressions);
    }

    public boolean hard() {
        return softHard == SoftHard.HARD;
    }
}
