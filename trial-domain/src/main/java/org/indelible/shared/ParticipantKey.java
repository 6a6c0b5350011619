package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A participant, trial-wide; ODM SubjectKey. Never reused, independent of site and randomisation number. */
public record ParticipantKey(@JsonValue String value) {
    private static final Pattern FORM =
            Pattern.compile("[\\p{Graph}\\p{L}\\p{N}](?:[^\\p{Cntrl}]{0,126}[\\p{Graph}\\p{L}\\p{N}])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ParticipantKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a participant key is 1 to 128 printable characters without surrounding blanks, not \"" + value
                            + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
