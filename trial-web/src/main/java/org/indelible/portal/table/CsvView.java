package org.indelible.portal.table;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.indelible.portal.Say;
import org.indelible.readmodel.api.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** A list as a CSV file. */
record CsvView(Exportable list, Say say) implements View {
    @Override
    public String getContentType() {
        return "text/csv";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(list.id() + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        PrintWriter out = response.getWriter();
        Csv.line(out, list.labels().stream().map(say::message).toList());
        list.exported().forEach(row -> line(out, row));
    }

    private static void line(PrintWriter out, List<String> row) {
        try {
            Csv.line(out, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
