package org.indelible.anchoring.verify;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The blobs that an event's fields cite: every field in clear named {@code build}, {@code document} or {@code assertion}, at any depth, is the address of one,
 * base64url SHA-256.
 */
public final class CitedBlobs {
    /** Names of fields that cite a blob. */
    public static final Set<String> FIELDS = Set.of("build", "document", "assertion");

    private CitedBlobs() {}

    /** @param data an entry's {@code data} */
    public static Set<String> of(JsonNode data) {
        Set<String> addresses = new HashSet<>();
        collect(data, addresses);
        return addresses;
    }

    private static void collect(JsonNode node, Set<String> addresses) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (FIELDS.contains(field.getKey()) && field.getValue().isString()) {
                    addresses.add(field.getValue().asString());
                } else {
                    collect(field.getValue(), addresses);
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, addresses));
        }
    }
}
