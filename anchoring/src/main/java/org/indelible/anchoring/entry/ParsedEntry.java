package org.indelible.anchoring.entry;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry whose form has been checked; its seal has not.
 *
 * @param compact JWS compact serialisation
 * @param kid SHA-256 thumbprint of the author's certificate
 * @param data the event's fields with digests in place of disclosable ones
 * @param slots the digests of {@code data} in document order
 */
public record ParsedEntry(String compact, String kid, EntryClaims claims, ObjectNode data, List<DisclosureSlot> slots) {
    public ParsedEntry {
        slots = List.copyOf(slots);
    }
}
