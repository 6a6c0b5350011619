package org.indelible.protocols.itemlist;

import java.util.List;

/**
 * A row of a table as text.
 *
 * @param number from 1, as the spreadsheet counts
 */
record TableRow(int number, List<String> cells) {
    TableRow {
        cells = List.copyOf(cells);
    }

    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Text of a column from 0; empty where the row is shorter. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }
}
