package org.indelible.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Repeat keys, which rows hold as empty text where nothing repeats. */
public final class Keys {
    private Keys() {}

    public static Optional<String> read(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(key -> !key.isEmpty());
    }

    /** As the column holds it. */
    public static String column(Optional<String> key) {
        return key.orElse("");
    }
}
