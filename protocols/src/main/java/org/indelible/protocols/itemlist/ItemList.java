package org.indelible.protocols.itemlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.design.Design;
import org.indelible.protocols.design.DesignEdit.AddListedItems;
import org.indelible.protocols.design.EditRefusedException;
import org.indelible.protocols.design.ListedItem;

/** A list of items in a CSV file or an Excel workbook, one item a row under a head that names the columns. It is taken as a whole or not at all. */
public final class ItemList {
    /** In bytes. */
    public static final int LARGEST_FILE = 10 << 20;

    public static final int MOST_ROWS = 5000;

    private ItemList() {}

    /**
     * What came of a list.
     *
     * @param content with every item of the list; empty where anything is the matter with it
     * @param items how many
     */
    public record Outcome(Optional<BuildContent> content, int items, List<CellFinding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }

        private static Outcome refused(List<CellFinding> findings) {
            return new Outcome(Optional.empty(), 0, findings);
        }
    }

    /** Adds the items of a file to a content. */
    public static Outcome add(byte[] file, BuildContent content) {
        try {
            List<TableRow> rows =
                    table(file).stream().filter(row -> !row.blank()).toList();
            if (rows.isEmpty()) {
                throw new UnreadableListException(
                        "list-empty", "The file has no rows.", "Head the columns, then list one item a row.");
            }
            if (rows.size() > MOST_ROWS + 1) {
                throw new UnreadableListException(
                        "too-many-rows",
                        "The file lists " + (rows.size() - 1) + " items.",
                        "List up to " + MOST_ROWS + " in one file.");
            }
            return read(rows, content);
        } catch (UnreadableListException unreadable) {
            return Outcome.refused(List.of(unreadable.finding()));
        }
    }

    private static List<TableRow> table(byte[] file) throws UnreadableListException {
        if (file.length > LARGEST_FILE) {
            throw new UnreadableListException(
                    "list-too-large",
                    "The file is larger than " + (LARGEST_FILE >> 20) + " MB.",
                    "Keep the item list alone in it.");
        }
        boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
        boolean oldExcel = file.length > 3 && (file[0] & 0xFF) == 0xD0 && (file[1] & 0xFF) == 0xCF;
        if (oldExcel) {
            throw new UnreadableListException(
                    "old-excel", "The file is a workbook of the old .xls kind.", "Save it as .xlsx, or as CSV.");
        }
        return zip ? XlsxTable.read(file) : CsvTable.read(file);
    }

    private static Outcome read(List<TableRow> rows, BuildContent content) {
        List<CellFinding> findings = new ArrayList<>();
        Map<ListColumn, Integer> head = head(rows.getFirst(), findings);
        if (!findings.isEmpty()) {
            return Outcome.refused(findings);
        }
        String language = Design.language(content);
        BuildContent grown = content;
        int items = 0;
        for (TableRow row : rows.subList(1, rows.size())) {
            ListRow cells = new ListRow(row, head, rows.getFirst(), language, findings);
            Optional<ListedItem> item = cells.item();
            if (item.isPresent()) {
                try {
                    grown = Design.apply(grown, new AddListedItems(List.of(item.get())), language)
                            .content();
                    items++;
                } catch (EditRefusedException refused) {
                    findings.add(cells.finding(refused));
                }
            }
        }
        if (items == 0 && findings.isEmpty()) {
            findings.add(CellFinding.ofFile(
                    "list-empty", "The file heads columns and lists no item.", "List one item a row."));
        }
        return findings.isEmpty() ? new Outcome(Optional.of(grown), items, findings) : Outcome.refused(findings);
    }

    private static Map<ListColumn, Integer> head(TableRow head, List<CellFinding> findings) {
        Map<ListColumn, Integer> columns = new HashMap<>();
        for (int i = 0; i < head.cells().size(); i++) {
            String title = head.cell(i);
            if (title.isEmpty()) {
                continue;
            }
            Optional<ListColumn> column = ListColumn.of(title);
            if (column.isEmpty()) {
                findings.add(new CellFinding(
                        head.number(),
                        title,
                        "column-unknown",
                        "No column is called '" + title + "'.",
                        "Use these, or delete it: " + titles() + "."));
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                findings.add(new CellFinding(
                        head.number(),
                        title,
                        "column-twice",
                        "The column " + column.get().title() + " stands twice.",
                        "Delete one of them."));
            }
        }
        Stream.of(ListColumn.values())
                .filter(column -> column.needed() && !columns.containsKey(column))
                .forEach(column -> findings.add(new CellFinding(
                        head.number(),
                        column.title(),
                        "column-missing",
                        "The column " + column.title() + " is needed.",
                        "Head a column with it in the first row.")));
        return columns;
    }

    private static String titles() {
        return Stream.of(ListColumn.values()).map(ListColumn::title).collect(Collectors.joining(", "));
    }

    /** An empty list with its head, to be filled in. */
    public static String template() {
        return Stream.of(ListColumn.values()).map(ListColumn::title).collect(Collectors.joining(",")) + "\r\n";
    }

    static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "_");
    }
}
