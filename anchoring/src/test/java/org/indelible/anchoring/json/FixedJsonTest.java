package org.indelible.anchoring.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.indelible.anchoring.testing.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class FixedJsonTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":1,\"\\u0061\":2}",
                "{} {}",
                "{}x",
                "",
                "{\"a\":01}",
                "{'a':1}",
                "{a:1}",
                "[1,]",
                "[NaN]",
                "// c\n{}",
                "\"tab\there\""
            })
    void strictRefuses(String json) {
        assertThatThrownBy(() -> StrictJson.read(json.getBytes(UTF_8))).isInstanceOf(JsonFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ }",
                "{}\n",
                "[1 ,2]",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\u001F\"",
                "\"\\u000a\"",
                "\"\\ud800\"",
                "1.0e1",
                "1e3",
                "-0",
                "9007199254740992",
                "123456789012345678901234567890"
            })
    void fixedRefuses(String json) {
        assertThatThrownBy(() -> FixedJson.read(json.getBytes(UTF_8))).isInstanceOf(JsonFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,false,null,{},[]]}",
                "\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u007f\u00e9\u2028\ud83d\ude00\"",
                "1772601967.080",
                "-9007199254740991"
            })
    void readsWhatItWrites(String json) throws JsonFormatException {
        assertThat(new String(FixedJson.write(FixedJson.read(json.getBytes(UTF_8))), UTF_8))
                .isEqualTo(json);
    }

    /** The published cases without fractions: entries have none. */
    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "unicode"})
    void stringsAreThoseOfRfc8785(String name) throws Exception {
        byte[] input = Files.readAllBytes(Fixtures.path("crypto/jcs/input/" + name + ".json"));
        byte[] output = Files.readAllBytes(Fixtures.path("crypto/jcs/output/" + name + ".json"));
        assertThat(FixedJson.write(sorted(StrictJson.read(input)))).isEqualTo(output);
    }

    @Test
    void refusesToWriteWhatOthersReadDifferently() {
        assertThatThrownBy(() -> FixedJson.write(NODES.numberNode(0.1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedJson.write(NODES.numberNode(1L << 53)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedJson.write(NODES.numberNode(Long.MIN_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedJson.write(NODES.stringNode("\ude00\ud83d")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new String(FixedJson.write(NODES.numberNode(new BigDecimal("1.50"))), UTF_8))
                .isEqualTo("1.50");
    }

    @Test
    void refusesDepth() {
        String deep = "[".repeat(StrictJson.MAX_DEPTH + 1) + "]".repeat(StrictJson.MAX_DEPTH + 1);
        assertThatThrownBy(() -> StrictJson.read(deep.getBytes(UTF_8))).isInstanceOf(JsonFormatException.class);
        JsonNode deepest = nested(StrictJson.MAX_DEPTH);
        assertThat(FixedJson.write(deepest)).hasSize(2 * StrictJson.MAX_DEPTH);
        assertThatThrownBy(() -> FixedJson.write(nested(StrictJson.MAX_DEPTH + 1)))
                .hasMessage("JSON is nested more than 64 deep");
    }

    private static JsonNode nested(int depth) {
        ArrayNode array = NODES.arrayNode();
        return depth == 1 ? array : array.add(nested(depth - 1));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        assertThatThrownBy(() -> FixedJson.read(overlong)).isInstanceOf(JsonFormatException.class);
        assertThatThrownBy(() -> FixedJson.read(surrogate)).isInstanceOf(JsonFormatException.class);
    }

    private static JsonNode sorted(JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, JsonNode> properties = new TreeMap<>();
            object.forEachEntry((name, property) -> properties.put(name, sorted(property)));
            return NODES.objectNode().setAll(properties);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return value;
    }
}
