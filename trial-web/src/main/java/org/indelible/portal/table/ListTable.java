package org.indelible.portal.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A list as its page shows it. Templates draw head, tools and pager with fragments/table and the rows themselves.
 *
 * @param filtered all rows that the filter lets through, sorted
 * @param number of the page, from 1
 * @param filter text that some cell of a row has to hold; empty for all
 * @param sort key of a column, after a minus where it descends; empty for the order the list came in
 * @param of rows there are without the filter
 */
public record ListTable<R>(
        String id,
        List<Column<R>> columns,
        List<R> filtered,
        int number,
        String filter,
        String sort,
        int of,
        Tables tables)
        implements Exportable {
    private static final int ROWS = 100;

    static <R> ListTable<R> of(
            String id, List<Column<R>> columns, List<R> rows, Map<String, String> asked, Tables tables) {
        String filter = asked.getOrDefault(id + '.' + Tables.FILTER, "").strip();
        String sort = asked.getOrDefault(id + '.' + Tables.SORT, "");
        List<R> filtered = sorted(rows.stream().filter(row -> holds(columns, row, filter)), columns, sort)
                .toList();
        int pages = Math.max(1, (filtered.size() + ROWS - 1) / ROWS);
        int number = Math.clamp(number(asked.getOrDefault(id + '.' + Tables.PAGE, "")), 1, pages);
        return new ListTable<>(id, columns, filtered, number, filter, sort, rows.size(), tables);
    }

    private static <R> boolean holds(List<Column<R>> columns, R row, String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        return columns.stream()
                .anyMatch(column ->
                        column.text().apply(row).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static <R> Stream<R> sorted(Stream<R> rows, List<Column<R>> columns, String sort) {
        boolean descending = sort.startsWith("-");
        String key = descending ? sort.substring(1) : sort;
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .map(column -> rows.sorted(descending ? column.order().reversed() : column.order()))
                .orElse(rows);
    }

    /** What is no number is the first page. */
    static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
    }

    public List<R> rows() {
        return filtered.subList((number - 1) * ROWS, Math.min(number * ROWS, filtered.size()));
    }

    public int pages() {
        return Math.max(1, (filtered.size() + ROWS - 1) / ROWS);
    }

    /** Whether there is nothing at all, filtered or not. */
    public boolean none() {
        return of == 0;
    }

    public String direction(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
    }

    public String sortedBy(String column) {
        return tables.link(state(filter, sort.equals(column) ? "-" + column : column, 1));
    }

    public String page(int other) {
        return tables.link(state(filter, sort, other));
    }

    public String withoutFilter() {
        return tables.link(state("", sort, 1));
    }

    public String csv() {
        Map<String, String> state = state(filter, sort, 1);
        state.put(Tables.EXPORT, id);
        return tables.link(state);
    }

    private Map<String, String> state(String filter, String sort, int page) {
        Map<String, String> state = new LinkedHashMap<>();
        state.put(id + '.' + Tables.FILTER, filter);
        state.put(id + '.' + Tables.SORT, sort);
        state.put(id + '.' + Tables.PAGE, page == 1 ? "" : Integer.toString(page));
        return state;
    }

    @Override
    public List<String> labels() {
        return columns.stream().map(Column::label).toList();
    }

    @Override
    public Stream<List<String>> exported() {
        return filtered.stream()
                .map(row ->
                        columns.stream().map(column -> column.text().apply(row)).toList());
    }
}
