package org.indelible.anchoring.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * JSON with exactly one text per value: no white space, properties in the order they are in, strings as RFC 8785 section 3.2.2.2,
 * numbers integers of at most 53 bits (RFC 7493 section 2.2) or decimals with the digits they have. Signed bytes must not depend on a
 * library's habits, so this does not use its writer.
 */
public final class FixedJson {
    private FixedJson() {}

    /** @throws IllegalArgumentException where the value has a number or a string that JSON cannot carry everywhere */
    public static byte[] write(JsonNode value) {
        StringBuilder text = new StringBuilder(512);
        new FixedJsonWriter(text).value(value);
        return text.toString().getBytes(UTF_8);
    }

    /** Reads what {@link #write} wrote, and nothing else. */
    public static JsonNode read(byte[] utf8) throws JsonFormatException {
        JsonNode value = StrictJson.read(utf8);
        byte[] again;
        try {
            again = write(value);
        } catch (IllegalArgumentException e) {
            throw new JsonFormatException(String.valueOf(e.getMessage()));
        }
        int difference = Arrays.mismatch(again, utf8);
        if (difference >= 0) {
            throw new JsonFormatException("not in its fixed form from byte " + difference);
        }
        return value;
    }
}
