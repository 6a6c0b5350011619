package org.indelible.trial;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One amendment of a trial, issued by the server. */
public record AmendmentId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,96}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AmendmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an amendment id is 1 to 96 letters, digits or . _ : -, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
