package org.indelible.anchoring.json;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Appends values in their fixed form. */
final class FixedJsonWriter {
    private static final long MAX_INTEGER = (1L << 53) - 1;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text;
    private int depth;

    FixedJsonWriter(StringBuilder text) {
        this.text = text;
    }

    void value(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                enter();
                object(value);
                depth--;
            }
            case ARRAY -> {
                enter();
                array(value);
                depth--;
            }
            case STRING -> string(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL -> text.append("null");
            default -> throw new IllegalArgumentException("JSON has no " + value.getNodeType());
        }
    }

    private void enter() {
        if (++depth > StrictJson.MAX_DEPTH) {
            throw new IllegalArgumentException("JSON is nested more than " + StrictJson.MAX_DEPTH + " deep");
        }
    }

    private void object(JsonNode object) {
        char separator = '{';
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            text.append(separator);
            string(property.getKey());
            text.append(':');
            value(property.getValue());
            separator = ',';
        }
        text.append(separator == '{' ? "{}" : "}");
    }

    private void array(JsonNode array) {
        char separator = '[';
        for (JsonNode element : array) {
            text.append(separator);
            value(element);
            separator = ',';
        }
        text.append(separator == '[' ? "[]" : "]");
    }

    private void number(JsonNode number) {
        if (number.isBigDecimal()) {
            text.append(number.decimalValue().toPlainString());
            return;
        }
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || number.longValue() > MAX_INTEGER
                || number.longValue() < -MAX_INTEGER) {
            throw new IllegalArgumentException("a number is an integer of at most 53 bits; anything else is text");
        }
        text.append(number.longValue());
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else if (!Character.isSurrogate(c)) {
                text.append(c);
            } else if (i + 1 < string.length() && Character.isSurrogatePair(c, string.charAt(i + 1))) {
                text.append(c).append(string.charAt(++i));
            } else {
                throw new IllegalArgumentException("text has half a surrogate pair");
            }
        }
        text.append('"');
    }

    private void escape(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\b' -> text.append('b');
            case '\t' -> text.append('t');
            case '\n' -> text.append('n');
            case '\f' -> text.append('f');
            case '\r' -> text.append('r');
            default -> text.append("u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
