package org.indelible.casebook;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.eventstore.InClear;
import org.indelible.shared.RecordedReason;

/**
 * A change of a data point: old by citation, new, and why (ICH E6(R3) 4.2.2; R02, R45).
 *
 * @param old event of this stream that holds the value that stood here before
 * @param value text exactly as entered; empty with a null flavour or when cleared
 */
public record CorrectedItem(
        @InClear ItemRef item,
        @InClear Version old,
        Disclosable<Optional<String>> value,
        @InClear Optional<NullFlavour> nullFlavour,
        @InClear Optional<String> unitOid,
        @InClear RecordedReason reason) {}
