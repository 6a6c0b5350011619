package org.indelible.protocols.dataset;

import java.util.Optional;

/**
 * What stands in a row for an item.
 *
 * @param text as entered
 * @param unit symbol recorded with it
 * @param missing why there is no text: a null flavour, {@code withheld} or {@code erased}
 */
public record Cell(Optional<String> text, Optional<String> unit, Optional<String> missing) {}
