package org.indelible.casebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.readmodel.Originator;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.history.ValueChange;

/**
 * One change of a data point, told in a sentence by its template.
 *
 * @param who printed name, or the account where the name was erased
 * @param enteredAt time at source, where it was told
 * @param entry leaf index
 */
record Change(
        ValueChange.Kind kind,
        int version,
        String who,
        String role,
        String organisation,
        String site,
        Instant at,
        Optional<OffsetDateTime> enteredAt,
        ShownValue before,
        ShownValue after,
        Optional<ShownReason> reason,
        Optional<Originator> originator,
        long entry,
        String leafHash) {
    public String reasonCategory() {
        return reason.map(ShownReason::category).orElse("");
    }

    /** The words of the reason; empty where there are none or they were erased. */
    public String reasonText() {
        return reason.flatMap(why -> why.text().present()).orElse("");
    }

    public boolean reasonErased() {
        return reason.filter(why -> why.text().present().isEmpty()).isPresent();
    }
}
