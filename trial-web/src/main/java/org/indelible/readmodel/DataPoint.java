package org.indelible.readmodel;

import java.util.Optional;

/**
 * A place in a casebook where a value stands. A key is absent where the source has none.
 *
 * <p>ODM 1.3.2 section 2.8 (keys of clinical data).
 */
public record DataPoint(
        String event,
        Optional<String> eventKey,
        String form,
        Optional<String> formKey,
        String group,
        Optional<String> groupKey,
        String item) {

    public FormPoint formPoint() {
        return new FormPoint(event, eventKey, form, formKey);
    }

    /** A form instance of a casebook. */
    public record FormPoint(String event, Optional<String> eventKey, String form, Optional<String> formKey) {}
}
