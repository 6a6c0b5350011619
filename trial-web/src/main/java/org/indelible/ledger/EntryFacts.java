package org.indelible.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.indelible.ledger.EntryPage.Fact;
import tools.jackson.databind.JsonNode;

/** Flattens an entry's reassembled data to lines of name and value. */
final class EntryFacts {
    private static final String DISCLOSABLE = "~d";
    private final List<Fact> facts = new ArrayList<>();

    static List<Fact> of(JsonNode data) {
        EntryFacts flat = new EntryFacts();
        flat.add("", data);
        return List.copyOf(flat.facts);
    }

    private void add(String name, JsonNode node) {
        if (node.isObject() && node.has(DISCLOSABLE)) {
            disclosable(name, node.get(DISCLOSABLE));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                add(name.isEmpty() ? property.getKey() : name + " › " + property.getKey(), property.getValue());
            }
        } else if (node.isArray()) {
            for (int n = 0; n < node.size(); n++) {
                add(name + " " + (n + 1), node.get(n));
            }
        } else if (!node.isNull()) {
            facts.add(new Fact(name, node.asString(), ""));
        }
    }

    private void disclosable(String name, JsonNode leaf) {
        if (leaf.has("s")) {
            facts.add(new Fact(name, "", leaf.get("s").asString()));
        } else if (leaf.has("v") && !leaf.get("v").isNull()) {
            JsonNode value = leaf.get("v");
            facts.add(new Fact(name, value.isValueNode() ? value.asString() : value.toString(), "disclosed"));
        }
    }
}
