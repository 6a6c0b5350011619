package org.indelible.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.indelible.anchoring.attest.TimestampAuthority;
import org.indelible.anchoring.attest.TimestampCall;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.timestamp.ImprintAlgorithm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report does with texts it cannot show, and with an authority that does not answer. */
@Requirement("R43")
class PdfReportTest {
    private static final Instant NOW = Instant.parse("2026-03-03T14:02:00Z");
    private static ReportFonts fonts;

    @TempDir
    Path directory;

    @BeforeAll
    static void read() {
        fonts = new ReportFonts("5.2.5", Path.of("no-such-directory"));
    }

    @Test
    void hebrewArabicGreekAndCyrillicAreShown() {
        assertThat(fonts.missing("שלום مرحبا Ελλάδα Привет ≥ ▲ □ é ő")).isEmpty();
    }

    @Test
    void whatNoFontCanShowIsABoxAndNamed() {
        assertThat(fonts.showable("漢a\u0001")).isEqualTo("□a□");
        assertThat(fonts.missing("漢a")).containsExactly((int) '漢');
    }

    @Test
    void rightToLeftTextCanBeSearched() throws IOException {
        Path file = directory.resolve("report.pdf");
        write("<p>שלום abc</p>", file, seal(Optional.empty()));

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("שלום").contains("abc");
        }
    }

    @Test
    void anAuthorityThatGivesNoTokenLeavesNoReport() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        try {
            TimestampAuthority authority = new TimestampAuthority(
                    "down",
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                    List.of(),
                    ImprintAlgorithm.values()[0]);
            Path file = directory.resolve("report.pdf");

            assertThatThrownBy(() -> write("<p>x</p>", file, seal(Optional.of(authority))))
                    .hasStackTraceContaining("gave no token");
            assertThat(file).doesNotExist();
            try (var left = Files.list(directory)) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactly("key.p12");
            }
        } finally {
            server.stop(0);
        }
    }

    private void write(String body, Path file, PadesSeal seal) throws IOException {
        String html = "<html lang='en'><head><title>T</title><style>body { font-family: " + fonts.families()
                + "; }</style></head><body>" + body + "</body></html>";
        new PdfReport(fonts).write(fonts.showable(html), Optional.empty(), seal, NOW, file);
    }

    private PadesSeal seal(Optional<TimestampAuthority> authority) throws IOException {
        ReportSigningKey key = ReportSigningKey.openOrCreate(directory.resolve("key.p12"), "secret".toCharArray(), NOW);
        return new PadesSeal(key, authority, new TimestampCall(Duration.ofSeconds(5)));
    }
}
