package org.indelible.anchoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the current row. */
@FunctionalInterface
public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
}
