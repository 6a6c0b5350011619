package org.indelible.protocols.dataset;

import java.util.Arrays;
import java.util.Optional;

/** The two representations of Dataset-JSON 1.1, of one content. */
public enum DatasetFormat {
    JSON,
    NDJSON;

    /** By which it is asked for, and how its files end. */
    public String code() {
        return this == JSON ? "json" : "ndjson";
    }

    public static Optional<DatasetFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }
}
