package org.indelible.readmodel.history;

import java.util.Optional;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.ShownReason;

/**
 * @param before empty at the first recording
 * @param after empty for an inactivation
 * @param reason absent where none was needed
 */
public record ValueChange(
        Kind kind,
        int version,
        Optional<RecordedValue> before,
        Optional<RecordedValue> after,
        Optional<ShownReason> reason,
        Provenance provenance) {
    public enum Kind {
        FIRST,
        CORRECTED,
        INACTIVATED
    }
}
