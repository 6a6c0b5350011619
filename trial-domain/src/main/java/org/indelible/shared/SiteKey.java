package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A trial site within its trial; in ODM the OID of a Location of type Site. */
public record SiteKey(@JsonValue String value) {
    private static final Pattern FORM =
            Pattern.compile("[\\p{Graph}\\p{L}\\p{N}](?:[^\\p{Cntrl}]{0,126}[\\p{Graph}\\p{L}\\p{N}])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SiteKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a site key is 1 to 128 printable characters without surrounding blanks, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
