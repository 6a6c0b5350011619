package org.indelible.auditreview;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One review of the audit trail, issued by the server: a lower-case UUID. */
public record AuditReviewId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AuditReviewId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an audit-trail review id is a lower-case UUID, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
