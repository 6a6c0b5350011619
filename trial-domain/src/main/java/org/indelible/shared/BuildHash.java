package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A study build: base64url SHA-256 of its canonical JSON, under which the blob store holds it. */
public record BuildHash(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BuildHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a build hash is an unpadded base64url SHA-256, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
