package org.indelible.anchoring.entry;

import java.util.Optional;
import org.indelible.anchoring.disclosure.DisclosureClass;

/**
 * A place in an entry that a disclosure fills.
 *
 * @param name the property name, absent for an array element
 */
public record DisclosureSlot(String digest, DisclosureClass disclosureClass, Optional<String> name) {}
