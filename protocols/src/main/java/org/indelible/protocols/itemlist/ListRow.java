package org.indelible.protocols.itemlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.SoftHard;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.check.LexicalValue;
import org.indelible.protocols.design.DesignEdit.Flags;
import org.indelible.protocols.design.DesignEdit.ItemFields;
import org.indelible.protocols.design.EditRefusedException;
import org.indelible.protocols.design.ListedItem;

/** One row of an item list; what cannot be read of it is noted. */
final class ListRow {
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0");
    private static final Map<String, ListColumn> COLUMNS = Map.of(
            "question", ListColumn.QUESTION,
            "name", ListColumn.NAME,
            "units", ListColumn.UNITS,
            "entries", ListColumn.CODES,
            "length", ListColumn.LENGTH,
            "significantDigits", ListColumn.DECIMALS,
            "leftOutWhen", ListColumn.NOT_ASKED_WHEN,
            "description", ListColumn.HELP);

    private final TableRow row;
    private final Map<ListColumn, Integer> head;
    private final TableRow titles;
    private final String language;
    private final List<CellFinding> findings;
    private boolean sound = true;

    ListRow(TableRow row, Map<ListColumn, Integer> head, TableRow titles, String language, List<CellFinding> findings) {
        this.row = row;
        this.head = head;
        this.titles = titles;
        this.language = language;
        this.findings = findings;
    }

    /** @return empty where a cell cannot be used; what and why is noted then */
    Optional<ListedItem> item() {
        String form = needed(ListColumn.FORM);
        String question = needed(ListColumn.QUESTION);
        DataType type = type();
        String group = text(ListColumn.GROUP);
        ListedItem item = new ListedItem(
                form,
                group.isEmpty() ? form : group,
                yes(ListColumn.REPEATING),
                new ItemFields(
                        question,
                        text(ListColumn.NAME),
                        text(ListColumn.HELP),
                        type,
                        number(ListColumn.LENGTH),
                        number(ListColumn.DECIMALS),
                        yes(ListColumn.MANDATORY),
                        parts(ListColumn.UNITS, ";"),
                        Optional.empty(),
                        new Flags(yes(ListColumn.IDENTIFYING), yes(ListColumn.BLINDING), yes(ListColumn.CRITICAL)),
                        text(ListColumn.NOT_ASKED_WHEN)),
                codes(),
                limits(type));
        return sound ? Optional.of(item) : Optional.empty();
    }

    /** A refusal of the item as a whole, at the cell it is about. */
    CellFinding finding(EditRefusedException refused) {
        Optional<ListColumn> column = Optional.ofNullable(COLUMNS.get(refused.field()));
        return new CellFinding(
                row.number(), column.map(this::title).orElse(""), refused.code(), refused.message(), refused.cure());
    }

    private String title(ListColumn column) {
        return Optional.ofNullable(head.get(column)).map(titles::cell).orElse(column.title());
    }

    private String text(ListColumn column) {
        return Optional.ofNullable(head.get(column)).map(row::cell).orElse("");
    }

    private void note(ListColumn column, String code, String message, String cure) {
        sound = false;
        findings.add(new CellFinding(row.number(), title(column), code, message, cure));
    }

    private String needed(ListColumn column) {
        String text = text(column);
        if (text.isEmpty()) {
            note(column, "cell-empty", "This is needed.", "Fill it in.");
        }
        return text;
    }

    private DataType type() {
        String typed = needed(ListColumn.TYPE);
        Optional<DataType> type = Stream.of(DataType.values())
                .filter(known -> known.odmName().equalsIgnoreCase(typed.replaceAll("[ _-]+", "")))
                .findFirst();
        if (type.isEmpty() && !typed.isEmpty()) {
            note(
                    ListColumn.TYPE,
                    "type-unknown",
                    "'" + typed + "' is no kind of answer.",
                    "Use text, integer, float, date, partialDate, time, datetime or boolean.");
        }
        return type.orElse(DataType.TEXT);
    }

    private boolean yes(ListColumn column) {
        String typed = ItemList.plain(text(column));
        if (!YES.contains(typed) && !NO.contains(typed)) {
            note(column, "not-yes-or-no", "'" + text(column) + "' is neither yes nor no.", "Use yes or no.");
        }
        return YES.contains(typed);
    }

    private Optional<Integer> number(ListColumn column) {
        String typed = text(column);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!typed.matches("[0-9]{1,9}")) {
            note(column, "not-a-number", "'" + typed + "' is not a whole number.", "Use digits only.");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(typed));
    }

    private List<String> parts(ListColumn column, String between) {
        return Stream.of(text(column).split(between, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private List<CodeListEntry> codes() {
        return parts(ListColumn.CODES, "[;\n]").stream()
                .map(part -> {
                    int sign = part.indexOf('=');
                    String label = sign < 0 ? "" : part.substring(sign + 1).strip();
                    return new CodeListEntry(
                            sign < 0 ? part : part.substring(0, sign).strip(),
                            Optional.empty(),
                            Optional.empty(),
                            label.isEmpty() ? TranslatedText.none() : TranslatedText.of(language, label));
                })
                .toList();
    }

    private List<RangeCheck> limits(DataType type) {
        SoftHard softHard = softHard();
        List<RangeCheck> checks = new ArrayList<>();
        limit(ListColumn.AT_LEAST, Comparator.GE, type, softHard).ifPresent(checks::add);
        limit(ListColumn.AT_MOST, Comparator.LE, type, softHard).ifPresent(checks::add);
        return checks;
    }

    private SoftHard softHard() {
        String typed = ItemList.plain(text(ListColumn.LIMITS));
        if (!typed.isEmpty() && !typed.equals("soft") && !typed.equals("hard")) {
            note(
                    ListColumn.LIMITS,
                    "not-soft-or-hard",
                    "'" + text(ListColumn.LIMITS) + "' is neither soft nor hard.",
                    "Use soft, which asks for confirmation, or hard, which keeps the form from being complete.");
        }
        return typed.equals("hard") ? SoftHard.HARD : SoftHard.SOFT;
    }

    /** A limit is a value of the item's own type; a decimal comma is read as no number. */
    private Optional<RangeCheck> limit(ListColumn column, Comparator comparator, DataType type, SoftHard softHard) {
        String value = text(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        DataType wide = type.numeric() ? DataType.DOUBLE : type;
        if (LexicalValue.canonical(wide, value).isEmpty()) {
            note(
                    column,
                    "limit-malformed",
                    "'" + value + "' is not a value of type " + type.odmName() + ".",
                    type.numeric() ? "Use digits, and a point before decimals." : "Write it as an answer is written.");
            return Optional.empty();
        }
        return Optional.of(new RangeCheck(
                Optional.of(comparator), softHard, List.of(value), Optional.empty(), TranslatedText.none(), List.of()));
    }
}
