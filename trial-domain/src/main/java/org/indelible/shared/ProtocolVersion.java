package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The version of the protocol that an ethics committee approves. Not the version of a study build, nor of a consent form. */
public record ProtocolVersion(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]{0,62}[^\\p{Cntrl}\\s])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProtocolVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a version is 1 to 64 printable characters, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
