package org.indelible.readmodel.casebook;

import java.util.Comparator;
import java.util.Optional;

/** Repeat keys as people count: shorter numbers first, so that 10 comes after 9. */
final class KeyOrder {
    static final Comparator<Optional<String>> OPTIONAL = Comparator.comparing(
            key -> key.orElse(""), Comparator.comparingInt(KeyOrder::digits).thenComparing(Comparator.naturalOrder()));

    private KeyOrder() {}

    private static int digits(String key) {
        int digits = 0;
        while (digits < key.length() && Character.isDigit(key.charAt(digits))) {
            digits++;
        }
        return digits;
    }
}
