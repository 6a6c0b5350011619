package org.indelible.protocols.itemlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.indelible.protocols.odm.HardenedXml;

/**
 * Reads the values of the first sheet of a workbook (ECMA-376 part 1, SpreadsheetML). Nothing is computed or fetched: a formula is
 * refused with its place, links to other files are not looked at. Expanded size and number of parts are bounded.
 */
final class XlsxTable {
    /** In bytes, of everything that is unpacked. */
    static final int LARGEST_EXPANDED = 64 << 20;

    static final int MOST_PARTS = 500;
    private static final int MOST_COLUMNS = 200;
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final Map<String, byte[]> parts;

    private XlsxTable(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static List<TableRow> read(byte[] file) throws UnreadableListException {
        try {
            return new XlsxTable(unpacked(file)).rows();
        } catch (IOException | XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new UnreadableListException(
                    "workbook-broken",
                    "The file is not an Excel workbook that can be read.",
                    "Open it in a spreadsheet and save it as .xlsx again, or as CSV.");
        }
    }

    /** The parts that are needed. All are expanded to be counted: a small file can hold a very large one. */
    private static Map<String, byte[]> unpacked(byte[] file) throws IOException, UnreadableListException {
        Map<String, byte[]> parts = new HashMap<>();
        int left = LARGEST_EXPANDED;
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                count++;
                if (left < 0 || count > MOST_PARTS) {
                    throw new UnreadableListException(
                            "workbook-too-large",
                            "Unpacked, the workbook is larger than " + (LARGEST_EXPANDED >> 20)
                                    + " MB or has more than " + MOST_PARTS + " parts.",
                            "Keep the item list alone in a workbook.");
                }
                if (entry.getName().startsWith("xl/") && entry.getName().matches(".*\\.(xml|rels)")) {
                    parts.put(entry.getName(), part);
                }
            }
        }
        return parts;
    }

    private List<TableRow> rows() throws XMLStreamException, UnreadableListException {
        List<String> strings = strings();
        XMLStreamReader sheet = open(firstSheet());
        List<TableRow> rows = new ArrayList<>();
        int number = 0;
        while (sheet.hasNext()) {
            if (sheet.next() == XMLStreamConstants.START_ELEMENT
                    && sheet.getLocalName().equals("row")) {
                String stated = sheet.getAttributeValue(null, "r");
                number = stated == null ? number + 1 : Integer.parseInt(stated);
                rows.add(row(sheet, number, strings));
            }
        }
        return rows;
    }

    private static TableRow row(XMLStreamReader sheet, int number, List<String> strings)
            throws XMLStreamException, UnreadableListException {
        List<String> cells = new ArrayList<>();
        while (!ends(sheet, "row")) {
            if (sheet.getEventType() == XMLStreamConstants.START_ELEMENT
                    && sheet.getLocalName().equals("c")) {
                int column = column(sheet.getAttributeValue(null, "r"), cells.size());
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(cell(sheet, number, column, strings));
            }
        }
        return new TableRow(number, cells);
    }

    private static boolean ends(XMLStreamReader xml, String element) throws XMLStreamException {
        return xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    private static int column(String reference, int next) throws UnreadableListException {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isUpperCase(reference.charAt(i)); i++) {
            column = column * 26 + (reference.charAt(i) - 'A' + 1);
            if (column > MOST_COLUMNS) {
                throw new UnreadableListException(
                        "too-many-columns",
                        "The sheet has more than " + MOST_COLUMNS + " columns.",
                        "Delete the others.");
            }
        }
        return column - 1;
    }

    private static String cell(XMLStreamReader sheet, int row, int column, List<String> strings)
            throws XMLStreamException, UnreadableListException {
        String type = Optional.ofNullable(sheet.getAttributeValue(null, "t")).orElse("n");
        StringBuilder text = new StringBuilder();
        while (!ends(sheet, "c")) {
            if (sheet.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (sheet.getLocalName()) {
                    case "f" -> throw formula(row, column);
                    case "v", "t" -> text.append(sheet.getElementText());
                    case "rPh" -> skip(sheet);
                    default -> {}
                }
            }
        }
        return value(type, text.toString(), row, column, strings);
    }

    private static String value(String type, String text, int row, int column, List<String> strings)
            throws UnreadableListException {
        return switch (type) {
            case "s" -> strings.get(Integer.parseInt(text));
            case "b" -> text.equals("1") ? "yes" : "no";
            case "e" ->
                throw new UnreadableListException(new CellFinding(
                        row,
                        letter(column),
                        "cell-in-error",
                        "The cell shows the error " + text + ".",
                        "Type its value."));
            case "n" -> text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
            default -> text;
        };
    }

    private static UnreadableListException formula(int row, int column) {
        return new UnreadableListException(new CellFinding(
                row,
                letter(column),
                "formula",
                "The cell holds a formula, and formulas are not computed here.",
                "Replace it by its value: copy, then paste values only."));
    }

    static String letter(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : letter(column / 26 - 1) + (char) ('A' + column % 26);
    }

    /** Phonetic hints are no part of the text. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        while (!ends(xml, name)) {
            // Everything in it is passed over.
        }
    }

    private List<String> strings() throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (!parts.containsKey(STRINGS)) {
            return strings;
        }
        XMLStreamReader xml = open(STRINGS);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                StringBuilder text = new StringBuilder();
                while (!ends(xml, "si")) {
                    if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                        if (xml.getLocalName().equals("t")) {
                            text.append(xml.getElementText());
                        } else if (xml.getLocalName().equals("rPh")) {
                            skip(xml);
                        }
                    }
                }
                strings.add(text.toString());
            }
        }
        return strings;
    }

    /** The sheet that stands first, whatever its part is called. */
    private String firstSheet() throws XMLStreamException {
        String relation =
                attributes(WORKBOOK, "sheet", "id").stream().findFirst().orElse("");
        XMLStreamReader xml = open(RELATIONS);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && relation.equals(xml.getAttributeValue(null, "Id"))) {
                String target = xml.getAttributeValue(null, "Target");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        throw new IllegalArgumentException("no sheet");
    }

    private List<String> attributes(String part, String element, String attribute) throws XMLStreamException {
        List<String> values = new ArrayList<>();
        XMLStreamReader xml = open(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(element)) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    if (xml.getAttributeLocalName(i).equals(attribute)) {
                        values.add(xml.getAttributeValue(i));
                    }
                }
            }
        }
        return values;
    }

    private XMLStreamReader open(String part) throws XMLStreamException {
        byte[] xml = parts.get(part);
        if (xml == null) {
            throw new IllegalArgumentException("no part " + part);
        }
        return HardenedXml.open(new ByteArrayInputStream(xml));
    }
}
