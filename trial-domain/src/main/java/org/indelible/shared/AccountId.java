package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The user name of a person, or the name of a system: permanent, never shared, never reused (R20). Pseudonymous: the printed name is a disclosure of its own. */
public record AccountId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an account id is 1 to 64 lower-case letters, digits or . _ @ - that begins and ends with a letter or digit, not \""
                            + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
