package org.indelible.anchoring.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the digests of concealed data in document order and joins each with its class and name from {@code dcl}. */
final class DigestSlots {
    private final List<String> classes;
    private final List<DisclosureSlot> slots = new ArrayList<>();
    private final Set<String> digests = new HashSet<>();

    private DigestSlots(List<String> classes) {
        this.classes = classes;
    }

    static List<DisclosureSlot> of(ObjectNode data, List<String> classes) throws EntryFormatException {
        DigestSlots found = new DigestSlots(classes);
        found.object(data);
        if (found.slots.size() != classes.size()) {
            throw new EntryFormatException(
                    "dcl has " + classes.size() + " elements for " + found.slots.size() + " digests");
        }
        return found.slots;
    }

    private void object(JsonNode object) throws EntryFormatException {
        Set<String> names = new HashSet<>(object.propertyNames());
        boolean first = true;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (property.getKey().equals(Claim.DIGESTS) && first) {
                properties(property.getValue(), names);
            } else if (Claim.isReserved(property.getKey())) {
                throw new EntryFormatException("name " + property.getKey() + " where it has no meaning");
            } else {
                value(property.getValue());
            }
            first = false;
        }
    }

    private void value(JsonNode value) throws EntryFormatException {
        if (value.isObject()) {
            object(value);
        } else if (value.isArray()) {
            for (JsonNode element : value) {
                if (element.has(Claim.ELEMENT)) {
                    element(element);
                } else {
                    value(element);
                }
            }
        }
    }

    private void properties(JsonNode list, Set<String> names) throws EntryFormatException {
        if (!list.isArray() || list.isEmpty()) {
            throw new EntryFormatException("_sd is an array of digests");
        }
        String previous = "";
        for (JsonNode element : list) {
            DisclosureSlot slot = slot(element);
            String name = slot.name()
                    .orElseThrow(() -> new EntryFormatException("dcl has no name for digest " + slot.digest()));
            if (slot.digest().compareTo(previous) <= 0) {
                throw new EntryFormatException("digests of _sd are not sorted at " + slot.digest());
            }
            if (Claim.isReserved(name) || !names.add(name)) {
                throw new EntryFormatException("name of digest " + slot.digest() + " is taken or reserved");
            }
            previous = slot.digest();
        }
    }

    private void element(JsonNode element) throws EntryFormatException {
        DisclosureSlot slot = slot(element.path(Claim.ELEMENT));
        if (element.size() != 1 || slot.name().isPresent()) {
            throw new EntryFormatException("array element with digest " + slot.digest() + " has something else too");
        }
    }

    private DisclosureSlot slot(JsonNode node) throws EntryFormatException {
        String digest = node.asString("");
        requireDigest(digest);
        if (!digests.add(digest)) {
            throw new EntryFormatException("digest occurs twice: " + digest);
        }
        if (slots.size() >= classes.size()) {
            throw new EntryFormatException("dcl has no class for digest " + digest);
        }
        DisclosureSlot slot = slot(digest, classes.get(slots.size()));
        slots.add(slot);
        return slot;
    }

    private static DisclosureSlot slot(String digest, String classAndName) throws EntryFormatException {
        int colon = classAndName.indexOf(':');
        String letter = colon < 0 ? classAndName : classAndName.substring(0, colon);
        Optional<String> name = colon < 0 ? Optional.empty() : Optional.of(classAndName.substring(colon + 1));
        try {
            return new DisclosureSlot(digest, DisclosureClass.ofLetter(letter), name);
        } catch (IllegalArgumentException e) {
            throw new EntryFormatException("dcl of digest " + digest + ": " + e.getMessage(), e);
        }
    }

    private static void requireDigest(String digest) throws EntryFormatException {
        try {
            Base64Text.URL.decode(digest, Sha256.BYTES);
        } catch (EncodingException e) {
            throw new EntryFormatException("not a digest: " + e.getMessage(), e);
        }
    }
}
