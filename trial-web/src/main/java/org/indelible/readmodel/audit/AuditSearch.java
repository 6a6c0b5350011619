package org.indelible.readmodel.audit;

import java.util.Locale;
import java.util.Set;

/**
 * Words to look for, with what they can stand for. Reasons, comments and identifying items are encrypted one by one and are not searched.
 *
 * @param words a participant key, or the beginning of a value
 * @param accounts whose names hold the words
 * @param items whose labels hold them
 * @param forms whose names hold them
 * @param types of events that are told by them
 */
public record AuditSearch(String words, Set<String> accounts, Set<String> items, Set<String> forms, Set<String> types) {
    public AuditSearch {
        accounts = Set.copyOf(accounts);
        items = Set.copyOf(items);
        forms = Set.copyOf(forms);
        types = Set.copyOf(types);
    }

    /** For {@code like}: what begins with the words, whatever their case. */
    String beginning() {
        return words.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + '%';
    }
}
