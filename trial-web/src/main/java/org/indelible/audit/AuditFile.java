package org.indelible.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.indelible.exports.ExportFacts;

/** A file of audit trail rows that is being written. Holds no more than a few rows in memory. */
interface AuditFile extends Closeable {
    void add(AuditJson row) throws IOException;

    /** Ends the file; the stream stays open. */
    @Override
    void close() throws IOException;

    static AuditFile of(AuditFormat format, OutputStream out, ExportFacts facts) throws IOException {
        return switch (format) {
            case CSV -> new CsvAuditFile(out);
            case NDJSON -> new NdjsonAuditFile(out);
            case XLSX -> new XlsxAuditFile(out, facts);
        };
    }
}
