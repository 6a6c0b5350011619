package org.indelible.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A disclosable field of an entry, by the digest that the entry holds in its place (RFC 9901 section 4.2.3): base64url SHA-256. */
public record DisclosureDigest(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DisclosureDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a digest is an unpadded base64url SHA-256, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
