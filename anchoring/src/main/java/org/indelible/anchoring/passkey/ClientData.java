package org.indelible.anchoring.passkey;

import java.util.Optional;
import org.indelible.anchoring.json.JsonFormatException;
import org.indelible.anchoring.json.StrictJson;
import org.indelible.anchoring.primitive.Base64Text;
import tools.jackson.databind.node.ObjectNode;

/** What the browser says it was asked, and by which page (WebAuthn section 5.8.1). */
record ClientData(String type, String challenge, String origin, boolean crossOrigin) {
    static final String CREATE = "webauthn.create";
    static final String GET = "webauthn.get";

    static ClientData parse(byte[] utf8) throws PasskeyFormatException {
        try {
            ObjectNode json = StrictJson.readObject(utf8);
            return new ClientData(
                    json.path("type").asString(""),
                    json.path("challenge").asString(""),
                    json.path("origin").asString(""),
                    json.path("crossOrigin").asBoolean(false));
        } catch (JsonFormatException e) {
            throw new PasskeyFormatException("client data that are " + e.getMessage(), e);
        }
    }

    /** Why this is no answer to what was asked, if it is none. */
    Optional<String> problem(String expectedType, byte[] expectedChallenge, String expectedOrigin) {
        if (!type.equals(expectedType)) {
            return Optional.of("it is of type " + type + ", expected " + expectedType);
        }
        if (!challenge.equals(Base64Text.URL.encode(expectedChallenge))) {
            return Optional.of(
                    "it answers the challenge " + challenge + ", expected " + Base64Text.URL.encode(expectedChallenge));
        }
        if (!origin.equals(expectedOrigin) || crossOrigin) {
            return Optional.of("it was asked for by a page of " + origin + (crossOrigin ? " within another" : "")
                    + ", expected " + expectedOrigin);
        }
        return Optional.empty();
    }
}
