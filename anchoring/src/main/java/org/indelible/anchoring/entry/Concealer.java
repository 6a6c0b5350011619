package org.indelible.anchoring.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.disclosure.DisclosureClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts digests in place of the disclosable fields of one event. An object's digests come first in it, sorted, so that their order says
 * nothing about that of its properties (RFC 9901 section 4.2.4.1).
 */
final class Concealer {
    private final SaltSource salts;
    private final List<Disclosure> disclosures = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    Concealer(SaltSource salts) {
        this.salts = salts;
    }

    /** In the order of their digests in the concealed data. */
    List<Disclosure> disclosures() {
        return disclosures;
    }

    /** Value of the claim {@code dcl}. */
    List<String> classes() {
        return classes;
    }

    ObjectNode object(JsonNode object) {
        ObjectNode concealed = JsonNodeFactory.instance.objectNode();
        concealProperties(object, concealed);
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!isLeaf(property.getValue())) {
                requireUnreserved(property.getKey());
                concealed.set(property.getKey(), value(property.getValue()));
            }
        }
        return concealed;
    }

    private void concealProperties(JsonNode object, ObjectNode concealed) {
        List<Named> hidden = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (isLeaf(property.getValue())) {
                requireUnreserved(property.getKey());
                hidden.add(
                        new Named(property.getKey(), disclosure(Optional.of(property.getKey()), property.getValue())));
            }
        }
        if (hidden.isEmpty()) {
            return;
        }
        hidden.sort(Comparator.comparing(named -> named.disclosure().digest()));
        ArrayNode digests = concealed.putArray(Claim.DIGESTS);
        for (Named named : hidden) {
            digests.add(named.disclosure().digest());
            record(named.disclosure(), ':' + named.name());
        }
    }

    private JsonNode value(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            default -> value;
        };
    }

    private ArrayNode array(JsonNode array) {
        ArrayNode concealed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : array) {
            if (isLeaf(element)) {
                Disclosure disclosure = disclosure(Optional.empty(), element);
                concealed.addObject().put(Claim.ELEMENT, disclosure.digest());
                record(disclosure, "");
            } else {
                concealed.add(value(element));
            }
        }
        return concealed;
    }

    private void record(Disclosure disclosure, String suffix) {
        disclosures.add(disclosure);
        classes.add(disclosure.disclosureClass().letter() + suffix);
    }

    private Disclosure disclosure(Optional<String> name, JsonNode marked) {
        JsonNode leaf = marked.get(Claim.LEAF);
        JsonNode letter = leaf.path(Claim.LEAF_CLASS);
        JsonNode value = leaf.get(Claim.LEAF_VALUE);
        if (marked.size() != 1 || leaf.size() != 2 || !letter.isString() || value == null) {
            throw new IllegalArgumentException(
                    "a disclosable field to seal is {\"~d\":{\"c\":<class>,\"v\":<value>}}, at "
                            + name.orElse("an array"));
        }
        ReservedNames.requireAbsent("a disclosable field", value);
        return DisclosureCodec.encode(salts.next(), name, value, DisclosureClass.ofLetter(letter.stringValue()));
    }

    private static boolean isLeaf(JsonNode value) {
        return value.has(Claim.LEAF);
    }

    private static void requireUnreserved(String name) {
        if (Claim.isReserved(name)) {
            throw new IllegalArgumentException("an event field cannot be named " + name);
        }
    }

    private record Named(String name, Disclosure disclosure) {}
}
