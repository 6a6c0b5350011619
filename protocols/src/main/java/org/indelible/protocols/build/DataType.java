package org.indelible.protocols.build;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How an item's text is read (ODM 1.3.2, 2.13 Data Formats and ItemDef/@DataType). */
public enum DataType {
    TEXT("text"),
    STRING("string"),
    INTEGER("integer"),
    FLOAT("float"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIME("time"),
    DATETIME("datetime"),
    PARTIAL_DATE("partialDate"),
    PARTIAL_TIME("partialTime"),
    PARTIAL_DATETIME("partialDatetime"),
    INCOMPLETE_DATE("incompleteDate"),
    INCOMPLETE_TIME("incompleteTime"),
    INCOMPLETE_DATETIME("incompleteDatetime"),
    DURATION_DATETIME("durationDatetime"),
    INTERVAL_DATETIME("intervalDatetime"),
    HEX_BINARY("hexBinary"),
    BASE64_BINARY("base64Binary"),
    HEX_FLOAT("hexFloat"),
    BASE64_FLOAT("base64Float"),
    URI("URI");

    private final String odmName;

    DataType(String odmName) {
        this.odmName = odmName;
    }

    @JsonValue
    public String odmName() {
        return odmName;
    }

    public static Optional<DataType> ofOdmName(String name) {
        return Arrays.stream(values()).filter(t -> t.odmName.equals(name)).findFirst();
    }

    @JsonCreator
    static DataType parse(String name) {
        return ofOdmName(name)
                .orElseThrow(() -> new IllegalArgumentException("No ODM data type is named '" + name + "'"));
    }

    public boolean textual() {
        return this == TEXT || this == STRING;
    }

    public boolean numeric() {
        return this == INTEGER || this == FLOAT || this == DOUBLE;
    }

    /** A point in time, whole or partial, that compares as an interval. */
    public boolean temporal() {
        return ordinal() >= DATE.ordinal() && ordinal() <= INCOMPLETE_DATETIME.ordinal();
    }
}
