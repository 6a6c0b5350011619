package org.indelible.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object (RFC 8259) a line. */
final class NdjsonAuditFile implements AuditFile {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build()
            .writerFor(AuditJson.class);

    private final Writer writer;

    NdjsonAuditFile(OutputStream out) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void add(AuditJson row) throws IOException {
        writer.append(JSON.writeValueAsString(row)).append('\n');
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
