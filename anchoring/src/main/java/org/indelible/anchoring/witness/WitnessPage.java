package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.anchoring.checkpoint.Cosigner;

/** What a witness has seen, for people. */
final class WitnessPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Witness witness;
    private final String name;
    private final String style;

    WitnessPage(Witness witness, String name) throws IOException {
        this.witness = witness;
        this.name = name;
        try (InputStream in = Objects.requireNonNull(WitnessPage.class.getResourceAsStream("witness.css"))) {
            this.style = new String(in.readAllBytes(), UTF_8);
        }
    }

    String style() {
        return style;
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Witness %1$s</title><link rel="stylesheet" href="style.css"></head>
                <body><main>
                <p class="eyebrow">Witness</p>
                <h1>%1$s</h1>
                <p class="lead">This witness cosigns a log's checkpoint once it has verified that nothing it saw before was changed or
                dropped. It holds hashes and signatures, and no entries.</p>
                %2$s
                <h2>Logs</h2>
                %3$s
                <h2>For a trust policy</h2>
                <p>Put these lines into the policy file of whoever relies on this witness (C2SP tlog-policy).</p>
                <pre>%4$s</pre>
                </main></body></html>
                """.formatted(escape(name), refusals(), logs(), policyLines());
    }

    private String logs() {
        String rows = witness.origins().stream().map(this::log).collect(Collectors.joining());
        return "<div class=\"wide\"><table><thead><tr><th>Log</th><th>Entries</th><th>Root hash</th><th>Seen last</th>"
                + "<th>Seen first</th></tr></thead><tbody>" + rows + "</tbody></table></div>";
    }

    private String log(String origin) {
        Optional<SeenCheckpoint> seen = witness.store().latest(origin);
        String link = WitnessServer.hash(origin) + "/checkpoint";
        return "<tr><td>" + escape(origin) + "</td>"
                + seen.map(checkpoint -> "<td class=\"number\"><a href=\"" + link + "\">"
                                + String.format(Locale.ENGLISH, "%,d", checkpoint.size()) + "</a></td><td><code>"
                                + checkpoint.root() + "</code></td><td>" + time(checkpoint.seen()) + "</td><td>"
                                + time(checkpoint.firstSeen()) + "</td>")
                        .orElse("<td colspan=\"4\">Nothing seen yet.</td>")
                + "</tr>";
    }

    private String refusals() {
        List<RefusedCheckpoint> refused = witness.store().refused();
        if (refused.isEmpty()) {
            return "<p class=\"state good\"><span aria-hidden=\"true\">\u2713</span> No log has contradicted itself.</p>";
        }
        String items = refused.stream()
                .map(one -> "<li><strong>" + escape(one.origin()) + "</strong>, " + time(one.at()) + ": "
                        + escape(one.reason()) + "<details><summary>As submitted and signed</summary><pre>"
                        + escape(one.note()) + "</pre></details></li>")
                .collect(Collectors.joining());
        return "<section class=\"state bad\"><h2><span aria-hidden=\"true\">\u2717</span> Refused checkpoints</h2>"
                + "<p>A trusted key of the log signed these, and they do not follow from what this witness has cosigned. Keep them: they"
                + " are evidence.</p><ul>" + items + "</ul></section>";
    }

    private String policyLines() {
        StringBuilder lines = new StringBuilder();
        int number = 1;
        for (Cosigner cosigner : witness.cosigners()) {
            lines.append("witness ")
                    .append(escape(name))
                    .append(number == 1 ? "" : "-" + number)
                    .append(' ')
                    .append(escape(cosigner.verifier().encodedKey().toString()))
                    .append('\n');
            number++;
        }
        return lines.toString();
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
