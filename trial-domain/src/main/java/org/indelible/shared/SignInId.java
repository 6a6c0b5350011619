package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One sign-in of an account, for which a fresh author key is certified. */
public record SignInId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignInId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a sign-in id is 1 to 64 letters, digits or . _ -, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
