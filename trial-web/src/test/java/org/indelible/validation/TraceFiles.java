package org.indelible.validation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.indelible.readmodel.api.Csv;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a trace as a page, as CSV with a line for each requirement and test, and as JSON. */
final class TraceFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String STYLE = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1b1f24; }
        table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #d5d9de; padding: .4rem .6rem; text-align: left;
        vertical-align: top; overflow-wrap: anywhere; } ul { margin: 0; padding-left: 1rem; } .failed { color: #a40e26; font-weight: 600; }
        .missing, .not-run { color: #8a4b00; font-weight: 600; } .passed { color: #14652f; }
        """;

    private TraceFiles() {}

    /** @param environment what it was run on and with, by name */
    static void write(Path directory, Trace trace, Map<String, String> environment) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("trace.html"), html(trace, environment));
        Files.writeString(directory.resolve("trace.json"), JSON.writeValueAsString(json(trace, environment)));
        try (Writer csv = Files.newBufferedWriter(directory.resolve("trace.csv"))) {
            csv(trace, csv);
        }
    }

    private static void csv(Trace trace, Writer csv) throws IOException {
        Csv.line(csv, List.of("requirement", "title", "verdict", "module", "test", "result", "runs"));
        for (Trace.Row row : trace.rows()) {
            if (row.tests().isEmpty()) {
                Csv.line(csv, List.of(row.id(), row.title(), word(row.verdict()), "", "", "", ""));
            }
            for (Trace.TracedTest test : row.tests()) {
                Csv.line(
                        csv,
                        List.of(
                                row.id(),
                                row.title(),
                                word(row.verdict()),
                                test.test().module(),
                                test.test().name(),
                                word(test.verdict()),
                                test.runs()));
            }
        }
    }

    private static Map<String, Object> json(Trace trace, Map<String, String> environment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("environment", environment);
        json.put("unknown", trace.unknown());
        json.put(
                "requirements",
                trace.rows().stream()
                        .map(row -> Map.of(
                                "id", row.id(),
                                "title", row.title(),
                                "verdict", word(row.verdict()),
                                "tests",
                                        row.tests().stream()
                                                .map(TraceFiles::json)
                                                .toList()))
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Trace.TracedTest test) {
        return Map.of(
                "module", test.test().module(),
                "test", test.test().name(),
                "result", word(test.verdict()),
                "runs", test.runs());
    }

    private static String html(Trace trace, Map<String, String> environment) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<title>From requirement to test</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>From requirement to test</h1>\n<p>");
        for (Trace.Verdict verdict : Trace.Verdict.values()) {
            html.append(trace.count(verdict)).append(' ').append(word(verdict)).append(". ");
        }
        html.append("Requirements without a test are missing; those of which a test was skipped are not run.</p>\n");
        if (!trace.unknown().isEmpty()) {
            html.append("<p class=\"failed\">Tests name what the list does not have: ")
                    .append(String.join(", ", trace.unknown()))
                    .append("</p>\n");
        }
        html.append("<h2>Environment</h2>\n<table>");
        environment.forEach((name, value) -> html.append("<tr><th scope=\"row\">")
                .append(HtmlUtils.htmlEscape(name))
                .append("</th><td>")
                .append(HtmlUtils.htmlEscape(value))
                .append("</td></tr>\n"));
        html.append("</table>\n"
                        + "<h2>Requirements</h2>\n"
                        + "<table><thead><tr><th scope=\"col\">Id</th><th scope=\"col\">Requirement</th>")
                .append("<th scope=\"col\">Result</th><th scope=\"col\">Tests</th></tr></thead><tbody>\n");
        trace.rows().forEach(row -> row(html, row));
        return html.append("</tbody></table>\n</body></html>\n").toString();
    }

    private static void row(StringBuilder html, Trace.Row row) {
        html.append("<tr id=\"")
                .append(row.id())
                .append("\"><th scope=\"row\">")
                .append(row.id())
                .append("</th><td>");
        html.append(HtmlUtils.htmlEscape(row.title())).append("</td><td>").append(marked(row.verdict()));
        html.append("</td><td>")
                .append(row.tests().stream()
                        .map(test -> "<li>" + HtmlUtils.htmlEscape(test.test().name()) + " " + marked(test.verdict())
                                + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>")))
                .append("</td></tr>\n");
    }

    private static String marked(Trace.Verdict verdict) {
        return "<span class=\"" + word(verdict).replace(' ', '-') + "\">" + word(verdict) + "</span>";
    }

    private static String word(Trace.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
