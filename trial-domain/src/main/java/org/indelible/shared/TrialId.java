package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A trial, and the uuid of its ledger: a lower-case UUID. */
public record TrialId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TrialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a trial id is a lower-case UUID, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
