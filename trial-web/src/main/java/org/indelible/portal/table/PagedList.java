package org.indelible.portal.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.indelible.readmodel.Slice;

/**
 * The page of a list that is filtered, sorted and cut where it is stored.
 *
 * @param asked the parameters of the list as they are in force
 * @param total rows that the filter lets through
 * @param number of the page, from 1
 * @param size rows a page
 */
public record PagedList(Map<String, String> asked, Tables tables, long total, int number, int size) {

    public static PagedList of(Map<String, String> asked, Tables tables, long total, int size) {
        int pages = Math.toIntExact(Math.max(1, (total + size - 1) / size));
        int number = Math.clamp(ListTable.number(asked.getOrDefault(Tables.PAGE, "")), 1, pages);
        return new PagedList(asked, tables, total, number, size);
    }

    public int pages() {
        return Math.toIntExact(Math.max(1, (total + size - 1) / size));
    }

    public Slice slice() {
        return Slice.page(number, size);
    }

    public long first() {
        return total == 0 ? 0 : (number - 1L) * size + 1;
    }

    public long last() {
        return Math.min((long) number * size, total);
    }

    public boolean descending() {
        return sort().startsWith("-");
    }

    public String sortKey() {
        return descending() ? sort().substring(1) : sort();
    }

    private String sort() {
        return asked.getOrDefault(Tables.SORT, "");
    }

    public String direction(String column) {
        return !sortKey().equals(column) ? "none" : descending() ? "descending" : "ascending";
    }

    public String sortedBy(String column) {
        return with(Map.of(Tables.SORT, sort().equals(column) ? "-" + column : column, Tables.PAGE, ""));
    }

    public String page(int other) {
        return with(Map.of(Tables.PAGE, other == 1 ? "" : Integer.toString(other)));
    }

    /** The same list by another value of one of its parameters, from its first page. */
    public String with(String name, String value) {
        return with(Map.of(name, value, Tables.PAGE, ""));
    }

    public String withoutFilter() {
        Map<String, String> nothing = new LinkedHashMap<>();
        asked.keySet().forEach(name -> nothing.put(name, ""));
        return tables.link(nothing);
    }

    public String csv(String id) {
        return with(Map.of(Tables.EXPORT, id));
    }

    private String with(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.putAll(changes);
        return tables.link(all);
    }
}
