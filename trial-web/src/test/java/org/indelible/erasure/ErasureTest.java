package org.indelible.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.indelible.Api;
import org.indelible.DemoHome;
import org.indelible.DemoPortalTest;
import org.indelible.IndelibleApplication;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.platform.database.Backup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two people of the demo trial take a stray text and an identity out of a running application: gone from database, pages, exports and
 * bundles, listed are those who took copies; an older backup that brings the values back has them taken out again.
 */
@Requirement({"R06", "R44", "R65", "R68", "R69"})
class ErasureTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = DemoPortalTest.PASSWORD;
    private static final String TRIAL = "de300000-0000-4000-8000-000000000301";
    private static final String API = "/api/v1/trials/" + TRIAL;
    private static final String PARTICIPANT = "701-006";

    @TempDir
    Path directory;

    private record Place(long entry, String digest, String words) {}

    @Test
    void what_two_persons_agreed_on_is_gone_everywhere_and_stays_gone_after_a_restore() throws Exception {
        Path backup = Files.createDirectories(directory.resolve("backup"));
        Place text;
        Place name;
        DemoHome.copyTo(Files.createDirectories(directory.resolve("home")));
        try (ConfigurableApplicationContext node = start("home", "--indelible.demo=true")) {
            Api coordinator = as(node, "coordinator");
            Api investigator = as(node, "investigator");
            text = place(node, "F");
            name = place(node, "I");
            bundle(as(node, "inspector"), "before.zip", "");
            bundle(as(node, "monitor"), "pseudonymous.zip", "?profile=pseudonymous");
            assertThat(bundle(coordinator, "own.zip", ""))
                    .contains(text.words())
                    .contains(name.words());
            node.getBean(Backup.class).write(backup);

            eraseText(node, text, coordinator, investigator);
            eraseIdentity(node, coordinator, investigator);

            assertGone(node, text);
            assertGone(node, name);
            assertThat(bundle(coordinator, "after.zip", ""))
                    .doesNotContain(text.words())
                    .doesNotContain(name.words());
            assertVerifies(node);
        }
        Path journal = directory.resolve("home/erasure-journal");
        assertThat(journal)
                .content()
                .contains("text " + TRIAL + ' ' + text.entry())
                .contains("key ");

        try (ConfigurableApplicationContext restored = start(
                "elsewhere",
                "--indelible.demo=false",
                "--indelible.restore-from=" + backup,
                "--indelible.erasure-journal=" + journal)) {
            assertGone(restored, text);
            assertGone(restored, name);
            assertThat(bundle(as(restored, "coordinator"), "restored.zip", ""))
                    .doesNotContain(text.words())
                    .doesNotContain(name.words());
            assertVerifies(restored);
            assertThat(restored.getBean(JdbcClient.class)
                            .sql("insert into ledger.self_audit (started_at, finished_at, entries, outcome, findings)"
                                    + " values (now(), now(), 0, 'PASSED', '')")
                            .update())
                    .as("numbers go on where they were")
                    .isOne();
            assertThat(restored.getBean(ErasureReplay.class).reapply()).isZero();
        }
        // Without the journal the older backup has it again: that the above can fail.
        try (ConfigurableApplicationContext restored =
                start("without", "--indelible.demo=false", "--indelible.restore-from=" + backup)) {
            assertThat(bundle(as(restored, "coordinator"), "without.zip", "")).contains(text.words());
        }
    }

    private void eraseText(ConfigurableApplicationContext node, Place text, Api coordinator, Api investigator)
            throws Exception {
        String ask = JSON.createObjectNode()
                .put("kind", "text")
                .put("entry", text.entry())
                .put("reason", "A name was typed into it")
                .set("texts", JSON.createArrayNode().add(text.digest()))
                .toString();
        assertThat(as(node, "coordinator2").json("POST", API + "/erasures", ask).statusCode())
                .isEqualTo(403);
        String request = JSON.readTree(created(coordinator.json("POST", API + "/erasures", ask))
                        .body())
                .get("erasure")
                .asString();
        String approval = API + "/erasures/" + request + "/approval";
        assertThat(coordinator.json("POST", approval, "").statusCode()).isEqualTo(403);
        assertThat(as(node, "investigator2").json("POST", approval, "").statusCode())
                .isIn(403, 404);

        HttpResponse<String> approved = investigator.json("POST", approval, "");

        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        JsonNode erased = JSON.readTree(approved.body());
        assertThat(erased.get("status").asString()).isEqualTo("carried-out");
        assertThat(erased.get("recipients")
                        .valueStream()
                        .map(one -> one.get("account").asString()))
                .contains("inspector", "coordinator")
                .doesNotContain("monitor");
    }

    private void eraseIdentity(ConfigurableApplicationContext node, Api coordinator, Api investigator)
            throws Exception {
        String ask = "{\"kind\":\"identity\",\"participant\":\"" + PARTICIPANT + "\",\"reason\":\"Retention is over\"}";
        assertThat(coordinator.json("POST", API + "/erasures", ask).body()).contains("retention-end-not-recorded");
        String retention = "{\"until\":\"%s\",\"reason\":\"By the protocol\"}";
        Api manager = as(node, "datamanager");
        assertThat(manager.json("POST", API + "/retention", retention.formatted("2020-01-31"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(manager.json("POST", API + "/retention", retention.formatted("2019-01-31"))
                        .body())
                .contains("retention-not-shortened");
        String request = JSON.readTree(created(coordinator.json("POST", API + "/erasures", ask))
                        .body())
                .get("erasure")
                .asString();
        String approval = API + "/erasures/" + request + "/approval";
        assertThat(manager.json("POST", approval, "").body()).contains("investigator-needed");
        HttpResponse<String> approved = investigator.json("POST", approval, "");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(JSON.readTree(approved.body())
                        .get("recipients")
                        .valueStream()
                        .map(one -> one.get("account").asString()))
                .contains("coordinator")
                .doesNotContain("inspector", "monitor");
        assertThat(coordinator.json("POST", API + "/erasures", ask).body()).contains("already-erased");
    }

    private static HttpResponse<String> created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    /** In no table of any schema, in no answer about the participant, and in no later backup. */
    private void assertGone(ConfigurableApplicationContext node, Place gone) throws Exception {
        JdbcClient jdbc = node.getBean(JdbcClient.class);
        assertThat(jdbc.sql("select count(*) from ledger.erasable_disclosure where digest = ?")
                        .param(gone.digest())
                        .query(Long.class)
                        .single())
                .isZero();
        Api coordinator = as(node, "coordinator");
        for (String path : List.of(
                API + "/participants/" + PARTICIPANT,
                API + "/participants/" + PARTICIPANT + "/audit-trail",
                API + "/audit-trail")) {
            assertThat(coordinator.get(path).body()).as(path).doesNotContain(gone.words());
        }
        Path fresh = Files.createTempDirectory(directory, "backup");
        node.getBean(Backup.class).write(fresh);
        try (Stream<Path> files = Files.walk(fresh)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(content(file)).as(file.toString()).doesNotContain(gone.words());
            }
        }
    }

    private static String content(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".gz")) {
            try (GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
                bytes = unpacked.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void assertVerifies(ConfigurableApplicationContext node) {
        assertThat(node.getBean(LedgerVerifier.class)
                        .verifyAll(ProgressListener.NONE)
                        .findings())
                .noneMatch(finding -> finding.outcome() == Outcome.FAILED);
    }

    /** What a bundle discloses, decoded; it passes. */
    private List<String> bundle(Api api, String file, String query) throws Exception {
        Path bundle =
                api.download(API + "/evidence" + query, directory.resolve(file)).body();
        assertThat(new BundleVerifier(VerifierOptions.NONE)
                        .verify(bundle, ProgressListener.NONE)
                        .findings())
                .noneMatch(finding -> finding.outcome() == Outcome.FAILED);
        List<String> words = new ArrayList<>();
        String text = new String(Files.readAllBytes(bundle), StandardCharsets.ISO_8859_1);
        Matcher disclosures = Pattern.compile("~([A-Za-z0-9_-]{20,})").matcher(text);
        while (disclosures.find()) {
            JsonNode disclosure = JSON.readTree(Base64.getUrlDecoder().decode(disclosures.group(1)));
            words.add(disclosure.get(disclosure.size() - 1).asString(""));
        }
        return words;
    }

    /** A disclosure of a class about the participant that is there, and whose words stand nowhere else. */
    private static Place place(ConfigurableApplicationContext node, String letter) {
        LedgerStore ledgers = node.getBean(LedgerStore.class);
        Map<String, List<Place>> byWords = ledgers.streamLedger(TRIAL, 0, ledgers.ledgerSize(TRIAL))
                .flatMap(entry -> entry.sealed().disclosures().stream()
                        .filter(disclosure ->
                                disclosure.disclosureClass().letter().equals(letter))
                        .map(disclosure -> {
                            JsonNode array =
                                    JSON.readTree(Base64.getUrlDecoder().decode(disclosure.encoded()));
                            return new Place(
                                    entry.stream().endsWith(PARTICIPANT) ? entry.leafIndex() : -1,
                                    disclosure.digest(),
                                    array.get(array.size() - 1).asString(""));
                        }))
                .filter(place -> place.words().length() > 5)
                .collect(Collectors.groupingBy(Place::words));
        return byWords.values().stream()
                .filter(places -> places.size() == 1 && places.getFirst().entry() >= 0)
                .map(List::getFirst)
                .findFirst()
                .orElseThrow();
    }

    private ConfigurableApplicationContext start(String home, String... more) {
        List<String> own = List.of(
                "--server.port=0",
                "--indelible.demo-password=" + PASSWORD,
                "--indelible.home=" + directory.resolve(home));
        return new SpringApplicationBuilder(IndelibleApplication.class)
                .run(Stream.concat(Stream.of(more), own.stream()).toArray(String[]::new));
    }

    private static Api as(ConfigurableApplicationContext node, String account) throws Exception {
        return Api.signIn(
                "http://localhost:" + node.getEnvironment().getProperty("local.server.port"), account, PASSWORD);
    }
}
