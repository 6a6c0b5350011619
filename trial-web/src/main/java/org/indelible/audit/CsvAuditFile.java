package org.indelible.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.indelible.readmodel.api.Csv;

/** RFC 4180, with a line of names. */
final class CsvAuditFile implements AuditFile {
    private final Writer writer;

    CsvAuditFile(OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        Csv.line(writer, AuditJson.COLUMNS);
    }

    @Override
    public void add(AuditJson row) throws IOException {
        Csv.line(writer, row.values());
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
