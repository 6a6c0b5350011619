package org.indelible.portal.table;

import java.util.Comparator;
import java.util.function.Function;

/**
 * A column of a list.
 *
 * @param key in addresses
 * @param label message key of its head
 * @param text the cell as the filter searches it and the export writes it
 * @param order how the column sorts, ascending
 */
public record Column<R>(String key, String label, Function<R, String> text, Comparator<R> order, boolean numeric) {

    public static <R> Column<R> text(String key, String label, Function<R, String> text) {
        return new Column<>(key, label, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER), false);
    }

    public static <R> Column<R> number(String key, String label, Function<R, Long> number) {
        return new Column<>(key, label, row -> Long.toString(number.apply(row)), Comparator.comparing(number), true);
    }

    /** A column of dates or times: sorts by time, exports as ISO 8601. */
    public static <R, T extends Comparable<? super T>> Column<R> moment(
            String key, String label, Function<R, T> moment) {
        return new Column<>(key, label, row -> moment.apply(row).toString(), Comparator.comparing(moment), false);
    }
}
