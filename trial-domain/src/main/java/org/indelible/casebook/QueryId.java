package org.indelible.casebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A query (data clarification) of one casebook, issued by the server. */
public record QueryId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,96}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QueryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a query id is 1 to 96 letters, digits or . _ : -, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
