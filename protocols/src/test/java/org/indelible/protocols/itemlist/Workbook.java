package org.indelible.protocols.itemlist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks, sound and otherwise. */
final class Workbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** A workbook whose first sheet is not called sheet1.xml, as some programs write them. */
    static byte[] of(String rows, String... strings) throws IOException {
        StringBuilder shared = new StringBuilder("<sst xmlns='" + MAIN + "'>");
        for (String string : strings) {
            shared.append("<si><t>").append(string).append("</t></si>");
        }
        return new Workbook()
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns='" + MAIN
                                + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                                + "<sheets><sheet name='Items' sheetId='7' r:id='rId9'/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='rId9' Target='worksheets/items.xml'/></Relationships>")
                .part("xl/sharedStrings.xml", shared + "</sst>")
                .part(
                        "xl/worksheets/items.xml",
                        "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>")
                .bytes();
    }

    /** Rows of inline strings. */
    static String rows(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder();
        for (List<String> row : rows) {
            xml.append("<row>");
            row.forEach(
                    cell -> xml.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>"));
            xml.append("</row>");
        }
        return xml.toString();
    }

    Workbook part(String name, String content) throws IOException {
        return part(name, content.getBytes(UTF_8));
    }

    Workbook part(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }
}
