package org.indelible.casebook;

import java.util.List;

/**
 * An item group of a form: one row, or several where it repeats.
 *
 * @param table whether its rows are set as a table
 */
record Section(String oid, String title, String help, boolean repeating, boolean table, List<Row> rows) {
    /** @param fresh not recorded yet */
    record Row(String key, int number, boolean inactive, boolean fresh, List<Field> fields) {}

    public List<Field> head() {
        return rows.isEmpty() ? List.of() : rows.getFirst().fields();
    }
}
