package org.indelible.readmodel.casebook;

import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.RecordedValue;

/**
 * An item group instance with the values that stand in it.
 *
 * @param site of the participant
 * @param items by OID; inactivated ones are left out
 */
public record GroupInstance(
        String participant, String site, FormPoint form, Optional<String> key, Map<String, RecordedValue> items) {}
