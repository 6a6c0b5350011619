package org.indelible.casebook;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.indelible.casebook.ReviewEvent.FormOpened;
import org.indelible.shared.AccountId;

/** Which forms those who may sign have opened, and in which state of the form (R38). */
public record Openings(Map<Opening, Version> seen) {
    static final Openings NONE = new Openings(Map.of());

    /** A form and who opened it. */
    public record Opening(FormRef form, AccountId by) {}

    boolean contains(FormRef form, AccountId by, Version latest) {
        return seen.getOrDefault(new Opening(form, by), Version.NONE).seq() >= latest.seq();
    }

    Openings opened(FormOpened event) {
        Map<Opening, Version> more = new HashMap<>(seen);
        more.put(new Opening(event.form(), event.by()), event.seen());
        return new Openings(Collections.unmodifiableMap(more));
    }
}
