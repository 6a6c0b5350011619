package org.indelible.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.indelible.exports.ExportFacts;

/**
 * ECMA-376, as spreadsheets open it: a sheet that says what this is, then the rows, on as many sheets as they need. Every text is a text:
 * none is run as a formula.
 */
final class XlsxAuditFile implements AuditFile {
    /** Rows that a sheet can hold, without the head. */
    private static final int ROWS = 1_048_575;

    private static final int FLUSH_EVERY = 1_000;
    /** What a cell can hold. */
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxAuditFile(OutputStream out, ExportFacts facts) throws IOException {
        workbook = new Workbook(out, "Indelible", null);
        about(facts);
        sheet = next();
    }

    private void about(ExportFacts facts) throws IOException {
        Worksheet about = workbook.newWorksheet("About");
        int line = 0;
        for (Map.Entry<String, String> fact : facts.lines().entrySet()) {
            about.inlineString(line, 0, fact.getKey());
            about.inlineString(line++, 1, cut(fact.getValue()));
        }
        about.finish();
    }

    private Worksheet next() {
        Worksheet fresh = workbook.newWorksheet("Audit trail " + ++sheets);
        fresh.freezePane(0, 1);
        for (int column = 0; column < AuditJson.COLUMNS.size(); column++) {
            fresh.inlineString(0, column, AuditJson.COLUMNS.get(column));
        }
        row = 1;
        return fresh;
    }

    @Override
    public void add(AuditJson line) throws IOException {
        if (row > ROWS) {
            end();
            sheet = next();
        }
        List<Object> values = line.values();
        for (int column = 0; column < values.size(); column++) {
            cell(column, values.get(column));
        }
        if (++row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (content instanceof Long number) {
            sheet.value(row, column, number);
        } else if (content != null) {
            sheet.inlineString(row, column, cut(content.toString()));
        }
    }

    /** Longer texts are whole in the other formats; here they say that they go on. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 2) + " …";
    }

    private void end() throws IOException {
        sheet.setAutoFilter(0, 0, row - 1, AuditJson.COLUMNS.size() - 1);
        sheet.finish();
    }

    @Override
    public void close() throws IOException {
        end();
        workbook.finish();
    }
}
