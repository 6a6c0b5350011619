package org.indelible.casebook;

import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ReasonCategory;
import org.jspecify.annotations.Nullable;

/** A reason has words and a choice from the list, which is never made for anybody (R45). */
final class Reasons {
    private Reasons() {}

    static ReasonCategory category(@Nullable String chosen) {
        if (chosen == null || chosen.isEmpty()) {
            throw new DomainRefusal(
                    "reason-required", "A reason is needed.", "Choose one from the list, and say it in your words.");
        }
        return ReasonCategory.valueOf(chosen);
    }
}
