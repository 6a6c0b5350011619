package org.indelible.protocols.itemlist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns an item list may have, in any order. Capitals, blanks and hyphens in a head do not matter. */
public enum ListColumn {
    FORM(true),
    GROUP(false),
    REPEATING(false),
    QUESTION(true),
    NAME(false),
    TYPE(true),
    MANDATORY(false),
    CODES(false),
    UNITS(false),
    LENGTH(false),
    DECIMALS(false),
    AT_LEAST(false),
    AT_MOST(false),
    LIMITS(false),
    NOT_ASKED_WHEN(false),
    HELP(false),
    CRITICAL(false),
    IDENTIFYING(false),
    BLINDING(false);

    private final boolean needed;

    ListColumn(boolean needed) {
        this.needed = needed;
    }

    public boolean needed() {
        return needed;
    }

    /** As it is headed. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ListColumn> of(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title().equals(ItemList.plain(title)))
                .findFirst();
    }
}
