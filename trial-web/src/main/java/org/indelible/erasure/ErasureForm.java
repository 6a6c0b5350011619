package org.indelible.erasure;

import org.indelible.portal.Say;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.jspecify.annotations.Nullable;

/** What is typed for an erasure. */
record ErasureForm(
        @Nullable String category,
        @Nullable String reason,
        @Nullable String confirm) {
    static final ErasureForm EMPTY = new ErasureForm(null, null, null);

    Reason why() {
        return new Reason(
                category == null || category.isEmpty() ? ReasonCategory.OTHER : ReasonCategory.valueOf(category),
                reason == null ? "" : reason);
    }

    /** What cannot be undone is confirmed by typing. */
    void confirm(String expected, Say say) {
        if (!expected.equals(confirm == null ? "" : confirm.strip())) {
            throw new DomainRefusal(
                    "not-confirmed", say.message("erasures.confirm.differs"), say.message("confirm.type", expected));
        }
    }
}
