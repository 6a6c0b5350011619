package org.indelible.anchoring.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON (RFC 8259) with one reading only: no duplicate names (RFC 7493 section 2.3), nothing after the value, bounded depth. */
public final class StrictJson {
    public static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = mapper();

    private StrictJson() {}

    /** A mapper with these rules, for reading trees. */
    private static JsonMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(32)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(limits)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    public static JsonNode read(byte[] utf8) throws JsonFormatException {
        JsonNode node;
        try {
            node = MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            throw new JsonFormatException("not strict JSON" + place(e.getLocation()));
        }
        if (node.isMissingNode()) {
            throw new JsonFormatException("expected JSON, found nothing");
        }
        return node;
    }

    public static ObjectNode readObject(byte[] utf8) throws JsonFormatException {
        if (read(utf8) instanceof ObjectNode object) {
            return object;
        }
        throw new JsonFormatException("expected a JSON object");
    }

    /** Where the reader stopped, which it does not know when a limit was passed. */
    private static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? ", or deeper than " + MAX_DEPTH
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
