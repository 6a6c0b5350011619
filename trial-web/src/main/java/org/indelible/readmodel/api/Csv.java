package org.indelible.readmodel.api;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Writes CSV (RFC 4180). A field that a spreadsheet would run as a formula is preceded by an apostrophe, unless it is a plain number:
 * what people typed must not act when it is opened.
 */
public final class Csv {
    private Csv() {}

    public static void line(Writer writer, List<?> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                writer.append(',');
            }
            writer.append(field(fields.get(i)));
        }
        writer.append("\r\n");
    }

    private static String field(Object value) {
        Object content = value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("")
                : value;
        String text = harmless(content.toString());
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula && !text.matches("[+-]?[0-9.]+") ? "'" + text : text;
    }
}
