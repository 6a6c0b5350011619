package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A filed document (approval letter, protocol, consent form): base64url SHA-256 of the blob. */
public record DocumentHash(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a document hash is an unpadded base64url SHA-256, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
