package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One save of a form by its author: what was saved together is recorded together, also where it needs several entries. */
public record SaveId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,96}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SaveId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a save id is 1 to 96 letters, digits or . _ : -, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
