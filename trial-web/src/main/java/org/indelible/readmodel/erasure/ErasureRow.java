package org.indelible.readmodel.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ShownReason;

/**
 * A request to erase something, and where it stands.
 *
 * @param participant whom it is about; empty for what is about nobody in particular
 * @param entry of a text: leaf index of the entry it stands in
 * @param digests of its fields, with their names in {@code fields}
 * @param retainedUntil of an identity: the end of retention as it was on record
 * @param status {@code requested}, {@code approved}, {@code declined} or {@code carried-out}
 * @param requested by whom and when
 * @param changed by whom and when the status came about
 * @param declined why, where it was declined
 */
public record ErasureRow(
        String request,
        Optional<String> participant,
        boolean ofIdentity,
        Optional<Long> entry,
        List<String> digests,
        List<String> fields,
        Optional<LocalDate> retainedUntil,
        ShownReason reason,
        String status,
        Provenance requested,
        Provenance changed,
        Optional<ShownReason> declined) {
    public ErasureRow {
        digests = List.copyOf(digests);
        fields = List.copyOf(fields);
    }

    public boolean waits() {
        return status.equals("requested");
    }

    public boolean done() {
        return status.equals("carried-out");
    }
}
