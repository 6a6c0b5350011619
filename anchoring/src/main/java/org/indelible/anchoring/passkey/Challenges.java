package org.indelible.anchoring.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeSet;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.json.FixedJson;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a passkey is asked to agree to: hashes that anybody computes again from the record. */
public final class Challenges {
    private Challenges() {}

    /**
     * That this key acts for the account until then: {@code SHA-256(key || account || expiry)}, with the 32 bytes of the Ed25519 key, the
     * account id in UTF-8, and the expiry as seconds since 1970 in 8 bytes, big-endian.
     */
    public static byte[] signIn(Ed25519Key key, String account, Instant expiry) {
        byte[] seconds =
                ByteBuffer.allocate(Long.BYTES).putLong(expiry.getEpochSecond()).array();
        return Sha256.of(key.encoded(), account.getBytes(StandardCharsets.UTF_8), seconds);
    }

    /** What the passkey agreed to where this certificate was issued for its answer. */
    public static byte[] signIn(AuthorCertificate certificate) {
        return signIn(certificate.key(), certificate.subject().account(), certificate.notAfter());
    }

    /**
     * That the account signs this, in this meaning: SHA-256 of the JSON {@code {"account","agg","evt","meaning","signIn","signed"}} in its
     * fixed form, the names in order, where {@code signed} is the event's data but for {@code signature}.
     *
     * @param stream id of the stream that is signed in
     * @param type of the event
     * @param data the event's data as sealed
     */
    public static byte[] signature(String stream, String type, ObjectNode data) {
        ObjectNode signed = data.deepCopy();
        var signature = signed.path("signature");
        var authentication = signature.path("authentication");
        signed.remove("signature");
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("account", authentication.path("account").asString(""));
        asked.put("agg", stream);
        asked.put("evt", type);
        asked.put("meaning", signature.path("meaning").asString(""));
        asked.put("signIn", authentication.path("signIn").asString(""));
        asked.set("signed", sorted(signed));
        return Sha256.of(FixedJson.write(asked));
    }

    /** The same with the names of every object in order, so that the hash does not hang on who wrote it down. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode inOrder = JsonNodeFactory.instance.objectNode();
            new TreeSet<>(object.propertyNames()).forEach(name -> inOrder.set(name, sorted(object.path(name))));
            return inOrder;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode inOrder = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> inOrder.add(sorted(element)));
            return inOrder;
        }
        return node;
    }
}
