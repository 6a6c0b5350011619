package org.indelible.protocols.itemlist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180) in UTF-8. What separates is a comma, or the semicolon or tab that spreadsheets write where the comma is the
 * decimal sign: the one that the first line has most of.
 */
final class CsvTable {
    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private final List<TableRow> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int line = 1;
    private int begun = 1;

    private CsvTable(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<TableRow> read(byte[] file) throws UnreadableListException {
        return new CsvTable(decoded(file)).rows();
    }

    private static String decoded(byte[] file) throws UnreadableListException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableListException(
                    "not-utf-8",
                    "The file is not text in UTF-8.",
                    "Save it as CSV UTF-8, or as an Excel workbook (.xlsx).");
        }
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private List<TableRow> rows() throws UnreadableListException {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == QUOTE && cell.isEmpty()) {
                quoted();
            } else if (c == separator) {
                endCell();
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                line++;
                endRow();
            } else {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endRow();
        }
        return List.copyOf(rows);
    }

    private void quoted() throws UnreadableListException {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != QUOTE) {
                if (c == '\n') {
                    line++;
                }
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == QUOTE) {
                cell.append(QUOTE);
                at++;
            } else {
                return;
            }
        }
        throw new UnreadableListException(new CellFinding(
                begun,
                "",
                "quote-not-closed",
                "A quotation mark is opened and not closed.",
                "Close it, or double it where it belongs to the text."));
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(new TableRow(begun, cells));
        cells = new ArrayList<>();
        begun = line;
    }
}
