package org.indelible.protocols.dataset;

import java.util.Optional;
import java.util.regex.Pattern;
import org.indelible.protocols.build.DataType;
import tools.jackson.core.JsonGenerator;

/**
 * Logical types of columns (Dataset-JSON 1.1, Supported Column Data Type Combinations). Numbers with decimals are {@code decimal}, which is
 * written as it was entered; {@code float} would round. Dates and times that may be partial are {@code string}.
 */
public enum ColumnType {
    STRING("string"),
    INTEGER("integer"),
    DECIMAL("decimal"),
    BOOLEAN("boolean"),
    DATETIME("datetime"),
    DATE("date"),
    TIME("time"),
    URI("URI");

    /** Digits that every reader of JSON keeps, without sign or zeros that a number would lose. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private final String word;

    ColumnType(String word) {
        this.word = word;
    }

    /** As {@code dataType} states it. */
    public String word() {
        return word;
    }

    /** What a reader is to make of a text that stands for something else. */
    Optional<String> target() {
        return this == DECIMAL ? Optional.of(word) : Optional.empty();
    }

    static ColumnType of(DataType type) {
        return switch (type) {
            case INTEGER -> INTEGER;
            case FLOAT, DOUBLE -> DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case TIME -> TIME;
            case DATETIME -> DATETIME;
            case URI -> URI;
            default -> STRING;
        };
    }

    /** A text that is not of the type stays as it was entered: checks flag values and never alter them. */
    void write(String text, JsonGenerator json) {
        if (this == INTEGER && WHOLE.matcher(text).matches()) {
            json.writeNumber(Long.parseLong(text));
        } else if (this == BOOLEAN && (text.equals("true") || text.equals("false"))) {
            json.writeBoolean(text.equals("true"));
        } else {
            json.writeString(text);
        }
    }
}
