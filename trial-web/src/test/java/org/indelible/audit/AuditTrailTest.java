package org.indelible.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.indelible.Api;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.audit.AuditCursor;
import org.indelible.readmodel.audit.AuditEntries;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditFilter.Field;
import org.indelible.readmodel.audit.AuditOrder;
import org.indelible.readmodel.audit.AuditQueries;
import org.indelible.readmodel.audit.AuditRow;
import org.indelible.readmodel.audit.AuditSearch;
import org.indelible.readmodel.audit.AuditWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The audit trail of the demo trial: found, turned page by page, and taken out on record. */
@DemoPortalTest
class AuditTrailTest {
    private static final String TRIAL = "de300000-0000-4000-8000-000000000301";
    private static final String ROUTE = "/api/v1/trials/" + TRIAL + "/audit-trail";
    private static final Visibility ALL = Visibility.pseudonymous();

    @TempDir
    Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private AuditQueries audit;

    @Autowired
    private AsOfResolver points;

    @Autowired
    private LedgerStore ledgers;

    @Autowired
    private CheckpointService checkpoints;

    @ParameterizedTest
    @EnumSource(AuditOrder.class)
    @Requirement("R08")
    void turningPagesForwardsAndBackMeetsEveryEntryOnceInOrder(AuditOrder order) {
        AsOf asOf = points.resolve(TRIAL, "600");
        List<Long> forwards = turn(asOf, order, false);
        List<Long> backwards = turn(asOf, order, true);

        assertThat(forwards).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all(asOf));
        assertThat(backwards).containsExactlyElementsOf(forwards.reversed());
    }

    private List<Long> all(AsOf asOf) {
        List<Long> entries = new ArrayList<>();
        audit.forEach(
                asOf,
                ALL,
                AuditFilter.none(),
                row -> entries.add(row.provenance().entry()));
        return entries.stream().distinct().toList();
    }

    /** Entries as pages give them; for the way back, from the page after the last. */
    private List<Long> turn(AsOf asOf, AuditOrder order, boolean descending) {
        List<Long> entries = new ArrayList<>();
        Optional<AuditCursor> from = Optional.empty();
        AuditEntries page;
        do {
            page = audit.page(asOf, ALL, AuditFilter.none(), new AuditWindow(order, descending, from, false, 37));
            List<Long> shown = entriesOf(page);
            Optional<AuditCursor> start = page.before();
            if (start.isPresent()) {
                AuditEntries before =
                        audit.page(asOf, ALL, AuditFilter.none(), new AuditWindow(order, descending, start, true, 37));
                assertThat(entriesOf(before)).isEqualTo(entries.subList(entries.size() - 37, entries.size()));
            }
            entries.addAll(shown);
            from = page.after();
        } while (from.isPresent());
        return entries;
    }

    private static List<Long> entriesOf(AuditEntries page) {
        return page.rows().stream()
                .map(row -> row.provenance().entry())
                .distinct()
                .toList();
    }

    @Test
    @Requirement({"R03", "R07"})
    void whatIsAskedForIsWhatIsFound() {
        AsOf now = points.now(TRIAL);
        List<AuditRow> all = rows(now, AuditFilter.none());

        assertThat(rows(now, AuditFilter.none().with(Field.ITEM, Optional.of("I.BP.SYS"))))
                .isNotEmpty()
                .hasSize(Math.toIntExact(all.stream()
                        .filter(row -> row.dataPoint()
                                .filter(point -> point.item().equals("I.BP.SYS"))
                                .isPresent())
                        .count()));
        assertThat(rows(now, AuditFilter.none().ofTypes(AuditAct.CHANGED.types())))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(AuditAct.CHANGED.types()).contains(row.what()));
        assertThat(rows(now, AuditFilter.ofParticipant("701-006").with(Field.KIND, Optional.of("corrected"))))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.before()).isPresent());
        AuditSearch systolic = new AuditSearch("systolic", Set.of(), Set.of("I.BP.SYS"), Set.of(), Set.of());
        assertThat(rows(now, AuditFilter.none().searching(systolic)))
                .isNotEmpty()
                .anySatisfy(
                        row -> assertThat(row.dataPoint().orElseThrow().item()).isEqualTo("I.BP.SYS"));
        AuditSearch percent = new AuditSearch("%", Set.of(), Set.of(), Set.of(), Set.of());
        assertThat(rows(now, AuditFilter.none().searching(percent))).isEmpty();
        assertThat(audit.count(now, ALL, AuditFilter.none(), 5)).isEqualTo(5);
    }

    private List<AuditRow> rows(AsOf asOf, AuditFilter filter) {
        List<AuditRow> rows = new ArrayList<>();
        audit.forEach(asOf, ALL, filter, rows::add);
        return rows;
    }

    @Test
    @Requirement({"R08", "R11"})
    void everyFileHasTheSameRowsAndIsOnRecordWithItsCheckpoint() throws Exception {
        String token = Api.signIn("http://localhost:" + port, "inspector", DemoPortalTest.PASSWORD)
                .token();
        HttpResponse<byte[]> ndjson = get(token, ROUTE + "?asOf=500&site=701", "application/x-ndjson");
        HttpResponse<byte[]> csv = get(token, ROUTE + "?asOf=500&site=701", "text/csv");
        HttpResponse<byte[]> xlsx = get(token, ROUTE + "?asOf=500&site=701", AuditFormat.XLSX.mediaType());

        long rows = new String(ndjson.body(), StandardCharsets.UTF_8).lines().count();
        assertThat(rows).isPositive();
        assertThat(new String(csv.body(), StandardCharsets.UTF_8).split("\r\n")).hasSize(Math.toIntExact(rows) + 1);
        assertThat(sheet(xlsx.body(), "sheet2").split("<row ")).hasSize(Math.toIntExact(rows) + 2);
        assertThat(sheet(xlsx.body(), "sheet1")).contains("checkpointRoot").contains("SITE=701");

        String checkpoint = ndjson.headers().firstValue("Indelible-Checkpoint").orElseThrow();
        long size = Long.parseLong(checkpoint.split(" ")[0]);
        assertThat(checkpoints.at(TRIAL, size).orElseThrow().root())
                .isEqualTo(checkpoint.split(" ")[1]);
        assertThat(recorded("inspector"))
                .anySatisfy(event -> assertThat(event)
                        .contains("\"evt\":\"data-exported\"")
                        .contains("\"what\":\"audit-trail\"")
                        .contains("\"checkpointSize\":" + size));
    }

    private HttpResponse<byte[]> get(String token, String path, String accept) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private String sheet(byte[] workbook, String name) throws Exception {
        Path file = Files.write(directory.resolve(name + ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/" + name + ".xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> recorded(String account) {
        return ledgers.readStream("account:" + account, 0)
                .map(entry ->
                        new String(Base64.getUrlDecoder().decode(entry.sealed().payload()), StandardCharsets.UTF_8))
                .toList();
    }
}
