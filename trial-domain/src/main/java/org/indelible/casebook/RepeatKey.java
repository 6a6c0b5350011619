package org.indelible.casebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Tells instances of a repeating visit, form or item group apart (ODM StudyEventRepeatKey, FormRepeatKey, ItemGroupRepeatKey). Issued by the server or brought by an
 * import as a natural key; never reused, never a row number. Empty where nothing repeats.
 */
public record RepeatKey(@JsonValue String value) implements Comparable<RepeatKey> {
    private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}]{0,128}");

    /** Where nothing repeats. */
    public static final RepeatKey NONE = new RepeatKey("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RepeatKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a repeat key is at most 128 printable characters, not \"" + value + "\"");
        }
    }

    @JsonIgnore
    public boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public int compareTo(RepeatKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
