package org.indelible.anchoring.entry;

import java.util.Optional;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.json.FixedJson;
import org.indelible.anchoring.json.JsonFormatException;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The text of a disclosure: base64url of {@code [salt, name, value]} or {@code [salt, value]} (RFC 9901 sections 4.2.1, 4.2.2). */
final class DisclosureCodec {
    private DisclosureCodec() {}

    static Disclosure encode(byte[] salt, Optional<String> name, JsonNode value, DisclosureClass disclosureClass) {
        if (salt.length != SaltSource.SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SaltSource.SALT_BYTES + " bytes, not " + salt.length);
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        array.add(Base64Text.URL.encode(salt));
        name.ifPresent(array::add);
        array.add(value);
        String encoded = Base64Text.URL.encode(FixedJson.write(array));
        return new Disclosure(encoded, Sha256.base64UrlOfAscii(encoded), disclosureClass);
    }

    /** The value of the disclosure that fills this slot. */
    static JsonNode decode(DisclosureSlot slot, String encoded) throws EntryFormatException {
        String digest = Sha256.base64UrlOfAscii(encoded);
        if (!digest.equals(slot.digest())) {
            throw new EntryFormatException("disclosure with digest " + digest + " offered for " + slot.digest());
        }
        JsonNode array = array(slot, encoded);
        int size = slot.name().isPresent() ? 3 : 2;
        if (!array.isArray() || array.size() != size) {
            throw malformed(slot, "is not an array of " + size);
        }
        requireSalt(slot, array.get(0));
        if (slot.name().isPresent()
                && !array.get(1)
                        .equals(JsonNodeFactory.instance.stringNode(slot.name().get()))) {
            throw malformed(slot, "has another name than the entry says");
        }
        JsonNode value = array.get(size - 1);
        if (ReservedNames.occurIn(value)) {
            throw malformed(slot, "has a reserved name in its value");
        }
        return value;
    }

    private static JsonNode array(DisclosureSlot slot, String encoded) throws EntryFormatException {
        try {
            return FixedJson.read(Base64Text.URL.decode(encoded));
        } catch (EncodingException | JsonFormatException e) {
            throw malformed(slot, "is malformed: " + e.getMessage());
        }
    }

    private static void requireSalt(DisclosureSlot slot, JsonNode salt) throws EntryFormatException {
        try {
            Base64Text.URL.decode(salt.asString(""), SaltSource.SALT_BYTES);
        } catch (EncodingException e) {
            throw malformed(slot, "has no salt: " + e.getMessage());
        }
    }

    private static EntryFormatException malformed(DisclosureSlot slot, String what) {
        return new EntryFormatException("disclosure " + slot.digest() + ' ' + what);
    }
}
