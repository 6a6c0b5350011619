package org.indelible.readmodel.casebook;

import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.RecordedValue;

/**
 * @param version how many times the data point has been recorded, from 1
 * @param seq number in the casebook's stream of the event that gave the present value: the version that commands carry
 * @param orphaned has no place in the study build that its form is under now
 * @param openQueries queries on it that wait for an answer or a decision
 * @param verified compared with its source as it stands
 */
public record ItemView(
        String oid,
        RecordedValue value,
        boolean inactivated,
        int version,
        long seq,
        boolean orphaned,
        int openQueries,
        boolean verified,
        Provenance provenance) {
    public boolean changed() {
        return version > 1;
    }
}
