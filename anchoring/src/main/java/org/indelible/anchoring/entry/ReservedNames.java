package org.indelible.anchoring.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Looks for property names that only the format itself may use. */
final class ReservedNames {
    private ReservedNames() {}

    static boolean occurIn(JsonNode value) {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            if (Claim.isReserved(property.getKey()) || occurIn(property.getValue())) {
                return true;
            }
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (occurIn(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    static void requireAbsent(String where, JsonNode value) {
        if (occurIn(value)) {
            throw new IllegalArgumentException(where + " has a reserved name: one of _sd, ..., _sd_alg, ~d");
        }
    }
}
