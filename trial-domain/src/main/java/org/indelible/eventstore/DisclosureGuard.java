package org.indelible.eventstore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the fields of an event before and after an upcaster. A disclosable field may move or go; it keeps class, value or state; none
 * comes from nowhere but one that holds nothing; and what one held does not turn up in clear.
 */
final class DisclosureGuard {
    private final Map<String, JsonNode> leaves = new HashMap<>();
    private final Set<JsonNode> clear = new HashSet<>();
    private boolean undigestedValue;

    private DisclosureGuard(JsonNode fields) {
        collect(fields);
    }

    static void check(String type, ObjectNode before, ObjectNode after) {
        DisclosureGuard was = new DisclosureGuard(before);
        DisclosureGuard is = new DisclosureGuard(after);
        if (is.undigestedValue) {
            throw new SerializationException("the upcaster to " + type + " invents a disclosable value");
        }
        is.leaves.forEach((digest, leaf) -> {
            if (!leaf.equals(was.leaves.get(digest))) {
                throw new SerializationException("the upcaster to " + type + " alters the disclosable field " + digest);
            }
        });
        was.leaves.forEach((digest, leaf) -> {
            JsonNode value = leaf.get(DisclosableModule.VALUE);
            if (!is.leaves.containsKey(digest)
                    && value != null
                    && !value.isNull()
                    && is.clear.contains(value)
                    && !was.clear.contains(value)) {
                throw new SerializationException(
                        "the upcaster to " + type + " puts the disclosable field " + digest + " in clear");
            }
        });
    }

    private void collect(JsonNode node) {
        JsonNode leaf = node.get(DisclosableModule.MARK);
        if (leaf != null) {
            JsonNode digest = leaf.get(DisclosableModule.DIGEST);
            if (digest != null) {
                leaves.put(digest.asString(), leaf);
            } else if (leaf.get(DisclosableModule.VALUE) == null
                    || !leaf.get(DisclosableModule.VALUE).isNull()) {
                undigestedValue = true;
            }
            return;
        }
        clear.add(node);
        node.forEach(this::collect);
    }
}
