package org.indelible.anchoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes in the current row. */
@FunctionalInterface
public interface RowReader {
    void read(ResultSet row) throws SQLException;
}
