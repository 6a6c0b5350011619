package org.indelible.readmodel;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;

/**
 * What a data point holds: text as entered, or the reason why there is none.
 *
 * @param text absent for a null flavour; erased and withheld texts say so
 * @param unit symbol recorded with the value
 * @param nullFlavour not done, unknown, not applicable, not asked
 */
public record RecordedValue(Optional<Disclosable<String>> text, Optional<String> unit, Optional<String> nullFlavour) {}
