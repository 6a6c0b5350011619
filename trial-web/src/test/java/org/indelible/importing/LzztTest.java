package org.indelible.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.indelible.Api;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.authority.Role;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real completed trial goes in through the API, is corrected, and stands as it stood before at the point before. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(TestAccounts.class)
class LzztTest {
    @TempDir
    Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private LedgerStore ledgers;

    @Autowired
    private LedgerVerifier verifier;

    @Test
    @Requirement({"R01", "R02", "R15", "R16", "R18", "R44", "R45", "R52"})
    void aCompletedTrialIsMigratedCorrectedAndReplayed() throws Exception {
        JsonNode expected = JsonMapper.shared().readTree(Files.readAllBytes(lzzt("expected.json")));
        accounts.create("lzzt.builder", Role.STUDY_BUILDER);
        accounts.create("lzzt.manager", Role.DATA_MANAGER);
        accounts.create("lzzt.monitor", Role.MONITOR);
        String base = "http://localhost:" + port;
        Api builder = Api.signIn(base, "lzzt.builder", TestAccounts.PASSWORD);
        Api manager = Api.signIn(base, "lzzt.manager", TestAccounts.PASSWORD);

        HttpResponse<String> registered =
                builder.post("/api/v1/trials?kind=test", BodyPublishers.ofFile(lzzt("lzzt-protocol-v1.xml")));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        String trial =
                JsonMapper.shared().readTree(registered.body()).get("trial").asString();

        Api monitor = Api.signIn(base, "lzzt.monitor", TestAccounts.PASSWORD);
        for (String purpose : new String[] {"site", "migration", "transfer"}) {
            assertThat(monitor.post(importOf(trial, purpose), BodyPublishers.ofFile(lzzt("lzzt-corrections.xml")))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(manager.post(importOf(trial, "site"), BodyPublishers.ofFile(lzzt("lzzt-corrections.xml")))
                        .body())
                .contains("site-data-belongs-to-site");

        JsonNode counts = bringIn(manager, trial, "lzzt-clinical-data.xml").get("counts");
        JsonNode firings = expected.get("edit_check_firings_v1_totals");
        assertThat(counts.path("refused").asInt()).isZero();
        assertThat(counts.get("check-code-list")).isEqualTo(firings.get("codelist"));
        assertThat(counts.get("check-range")).isEqualTo(firings.get("range"));
        assertThat(counts.get("check-expression")).isEqualTo(firings.get("expression"));
        assertThat(counts.get("check-mandatory-item")).isEqualTo(firings.get("mandatory_item"));
        assertThat(counts.get("check-mandatory-group")).isEqualTo(firings.get("mandatory_item_group"));
        long sizeBefore = ledgers.ledgerSize(trial);
        JsonNode v1 = expected.get("value_digest_v1");
        CasebookDigest before = CasebookDigest.of(manager, trial, "");
        assertThat(before.count()).isEqualTo(v1.get("lines").asInt());
        assertThat(before.sha256()).isEqualTo(v1.get("sha256").asString());

        bringIn(manager, trial, "lzzt-corrections.xml");
        long sizeAfter = ledgers.ledgerSize(trial);
        CasebookDigest after = CasebookDigest.of(manager, trial, "");
        CasebookDigest then = CasebookDigest.of(manager, trial, "?asOf=" + sizeBefore);
        JsonNode corrected =
                expected.get("corrections").get("after_corrections").get("value_digest_v1");
        assertThat(after.sha256()).isEqualTo(corrected.get("sha256").asString());
        assertThat(then.sha256()).isEqualTo(v1.get("sha256").asString());
        for (JsonNode named : expected.get("corrections").get("named_values")) {
            assertThat(then.value(place(named))).isEqualTo(named.get("before").asString());
            assertThat(after.value(place(named))).isEqualTo(named.get("after").asString());
        }

        StudyBuild build;
        try (InputStream in = Files.newInputStream(lzzt("lzzt-protocol-v1.xml"))) {
            build = OdmMetadataReader.read(in, "lzzt").build().orElseThrow();
        }
        for (String version : new String[] {"1.3.2", "2.0"}) {
            String export = "/api/v1/trials/" + trial + "/clinical-data?version=" + version;
            assertThat(taken(manager, export + "&asOf=" + sizeBefore, build).sha256())
                    .isEqualTo(v1.get("sha256").asString());
            assertThat(taken(manager, export, build).sha256())
                    .isEqualTo(corrected.get("sha256").asString());
        }

        bringIn(manager, trial, "lzzt-clinical-data.xml");
        bringIn(manager, trial, "lzzt-corrections.xml");
        assertThat(ledgers.ledgerSize(trial)).isEqualTo(sizeAfter);
        assertThat(verifier.verify(trial, (name, done, total) -> {}).findings())
                .noneMatch(finding -> finding.outcome() == Outcome.FAILED);
    }

    private CasebookDigest taken(Api api, String path, StudyBuild build) throws IOException, InterruptedException {
        HttpResponse<Path> answer = api.download(path, directory.resolve("export.xml"));
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream in = Files.newInputStream(answer.body())) {
            return CasebookDigest.ofOdm(in, build);
        }
    }

    private static JsonNode bringIn(Api api, String trial, String file) throws IOException, InterruptedException {
        HttpResponse<String> accepted = api.post(importOf(trial, "migration"), BodyPublishers.ofFile(lzzt(file)));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        JsonNode job = api.awaitJob(accepted.headers().firstValue("Location").orElseThrow());
        assertThat(job.get("state").asString())
                .as(() -> job.get("findings").toString())
                .isEqualTo("done");
        return job;
    }

    private static String importOf(String trial, String purpose) {
        return "/api/v1/trials/" + trial + "/clinical-data?purpose=" + purpose;
    }

    private static Path lzzt(String name) {
        return Fixtures.path("lzzt/" + name);
    }

    private static String place(JsonNode named) {
        return String.join(
                "|",
                named.get("subject").asString(),
                named.get("event").asString(),
                named.path("event_repeat").asString(""),
                named.get("form").asString(),
                named.path("form_repeat").asString(""),
                named.get("item_group").asString(),
                named.path("item_group_repeat").asString(""),
                named.get("item").asString());
    }
}
