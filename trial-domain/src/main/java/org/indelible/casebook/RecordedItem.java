package org.indelible.casebook;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.eventstore.InClear;
import org.indelible.shared.RecordedReason;

/**
 * A first value, with the item's class of disclosure as the study build decides it.
 *
 * @param value text exactly as entered; empty with a null flavour
 * @param reason of a null flavour, or of a first value that comes after signature or verification
 */
public record RecordedItem(
        @InClear ItemRef item,
        Disclosable<Optional<String>> value,
        @InClear Optional<NullFlavour> nullFlavour,
        @InClear Optional<String> unitOid,
        @InClear Optional<RecordedReason> reason) {}
