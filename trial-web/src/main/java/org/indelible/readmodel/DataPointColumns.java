package org.indelible.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The columns that name a data point, in every table that has one: {@code event}, {@code event_key}, … {@code item}. */
public final class DataPointColumns {
    private DataPointColumns() {}

    public static DataPoint read(ResultSet row) throws SQLException {
        return new DataPoint(
                row.getString("event"),
                Keys.read(row, "event_key"),
                row.getString("form"),
                Keys.read(row, "form_key"),
                row.getString("item_group"),
                Keys.read(row, "group_key"),
                row.getString("item"));
    }
}
