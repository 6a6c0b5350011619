package org.indelible.anchoring.entry;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts disclosable fields back in place of their digests. Properties come after those in clear, by name, since the entry does not say
 * where they were.
 */
final class Revealer {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Iterator<DisclosureSlot> slots;
    private final Function<String, DisclosureState> states;

    Revealer(List<DisclosureSlot> slots, Function<String, DisclosureState> states) {
        this.slots = slots.iterator();
        this.states = states;
    }

    ObjectNode object(JsonNode concealed) throws EntryFormatException {
        ObjectNode object = NODES.objectNode();
        Map<String, ObjectNode> revealed = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : concealed.properties()) {
            if (property.getKey().equals(Claim.DIGESTS)) {
                for (int i = 0; i < property.getValue().size(); i++) {
                    DisclosureSlot slot = slots.next();
                    revealed.put(slot.name().orElseThrow(), leaf(slot));
                }
            } else {
                object.set(property.getKey(), value(property.getValue()));
            }
        }
        revealed.forEach(object::set);
        return object;
    }

    private JsonNode value(JsonNode concealed) throws EntryFormatException {
        if (concealed.isObject()) {
            return object(concealed);
        }
        if (!concealed.isArray()) {
            return concealed;
        }
        ArrayNode array = NODES.arrayNode();
        for (JsonNode element : concealed) {
            array.add(element.has(Claim.ELEMENT) ? leaf(slots.next()) : value(element));
        }
        return array;
    }

    private ObjectNode leaf(DisclosureSlot slot) throws EntryFormatException {
        ObjectNode leaf = NODES.objectNode();
        leaf.put(Claim.LEAF_CLASS, slot.disclosureClass().letter());
        switch (states.apply(slot.digest())) {
            case DisclosureState.Disclosed disclosed ->
                leaf.set(Claim.LEAF_VALUE, DisclosureCodec.decode(slot, disclosed.encoded()));
            case DisclosureState.Erased erased -> leaf.put(Claim.LEAF_STATE, "erased");
            case DisclosureState.Withheld withheld -> leaf.put(Claim.LEAF_STATE, "withheld");
        }
        leaf.put(Claim.LEAF_DIGEST, slot.digest());
        ObjectNode marked = NODES.objectNode();
        marked.set(Claim.LEAF, leaf);
        return marked;
    }
}
