package org.indelible.audit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.indelible.portal.table.Tables;

/** The heads of the columns that sort. */
record AuditSorting(AuditAsked asked, Tables tables) {
    public String direction(String column) {
        return !asked.order().name().toLowerCase(Locale.ROOT).equals(column)
                ? "none"
                : asked.descending() ? "descending" : "ascending";
    }

    /** From its first page; time begins with the newest, all else in order. */
    public String sortedBy(String column) {
        boolean turns = direction(column).equals("none")
                ? column.equals("time")
                : direction(column).equals("ascending");
        Map<String, String> all = new HashMap<>(asked.values());
        all.put("sort", (turns ? "-" : "") + column);
        all.put("after", "");
        all.put("before", "");
        return tables.link(all);
    }
}
