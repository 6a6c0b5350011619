package org.indelible.protocols.usdm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.TranslatedText;
import tools.jackson.databind.JsonNode;

/** How USDM's objects are read: ids, labels, codes, chains. */
final class Nodes {
    private Nodes() {}

    static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("").strip()).filter(text -> !text.isEmpty());
    }

    static String id(JsonNode node) {
        return text(node, "id").orElse("");
    }

    /** What people call it: the label, else the name, else the id. */
    static String label(JsonNode node) {
        return text(node, "label").or(() -> text(node, "name")).orElseGet(() -> id(node));
    }

    static TranslatedText description(JsonNode node) {
        return text(node, "description")
                .map(text -> TranslatedText.of("en", text))
                .orElse(TranslatedText.none());
    }

    static Optional<String> decode(JsonNode node, String name) {
        return text(node.path(name), "decode");
    }

    static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(text -> {
            if (text.isString()) {
                texts.add(text.asString());
            }
        });
        return texts;
    }

    static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        list.forEach(node -> {
            if (!id(node).isEmpty()) {
                byId.putIfAbsent(id(node), node);
            }
        });
        return byId;
    }

    /** In the order nextId gives; what the chain does not reach follows as written. */
    static List<JsonNode> chained(JsonNode list) {
        Map<String, JsonNode> byId = byId(list);
        Set<String> followed = new HashSet<>();
        byId.values().forEach(node -> text(node, "nextId").ifPresent(followed::add));
        List<JsonNode> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode start : byId.values()) {
            if (!followed.contains(id(start))) {
                for (JsonNode node = start;
                        node != null && seen.add(id(node));
                        node = byId.get(text(node, "nextId").orElse(""))) {
                    ordered.add(node);
                }
            }
        }
        byId.values().stream().filter(node -> seen.add(id(node))).forEach(ordered::add);
        return ordered;
    }
}
