package org.indelible.anchoring.evidence.export;

import java.util.Optional;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.json.JsonFormatException;
import org.indelible.anchoring.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** Which platform entry registered the passkey that said something. */
final class Registrations {
    private Registrations() {}

    static Optional<String> ofSignIn(ParsedEntry entry) {
        return of(entry.data().path("passkey"));
    }

    static Optional<String> ofAssertion(byte[] blob) {
        try {
            return of(StrictJson.read(blob));
        } catch (JsonFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> of(JsonNode proof) {
        JsonNode registration = proof.path("registration");
        return registration.isString() ? Optional.of(registration.asString()) : Optional.empty();
    }
}
