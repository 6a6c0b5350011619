package org.indelible.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A request to erase something, issued by the server: a lower-case UUID. */
public record ErasureId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ErasureId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an erasure id is a lower-case UUID, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
