package org.indelible.readmodel.audit;

import java.util.Optional;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.ShownReason;

/**
 * One change: of a data point, or of anything else that an entry records.
 *
 * @param what event type name of the entry
 * @param kind of change of the data point: {@code first}, {@code corrected} or {@code inactivated}
 * @param dataPoint absent where the entry changes no data point
 */
public record AuditRow(
        String what,
        Optional<String> kind,
        Optional<String> participant,
        Optional<DataPoint> dataPoint,
        Optional<RecordedValue> before,
        Optional<RecordedValue> after,
        Optional<ShownReason> reason,
        Provenance provenance) {}
