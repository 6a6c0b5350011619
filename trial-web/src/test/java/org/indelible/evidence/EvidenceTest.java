package org.indelible.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.indelible.Api;
import org.indelible.DemoHome;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.OlderCheckpoint;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.portal.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** People of the demo trial take evidence away, as far as each of them sees, and check it elsewhere. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"indelible.demo=true", "indelible.demo-password=" + EvidenceTest.PASSWORD})
@ContextConfiguration(initializers = DemoHome.class)
@Requirement({"R39", "R40", "R43", "R54", "R68"})
class EvidenceTest {
    static final String PASSWORD = DemoPortalTest.PASSWORD;
    private static final String TRIAL = "de300000-0000-4000-8000-000000000301";
    private static final String ROUTE = "/api/v1/trials/" + TRIAL + "/evidence";

    @TempDir
    Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerStore ledgers;

    @Autowired
    private CheckpointService checkpoints;

    private String base() {
        return "http://localhost:" + port;
    }

    private Api as(String account) throws IOException, InterruptedException {
        return Api.signIn(base(), account, PASSWORD);
    }

    private BundleReport taken(String account, String query) throws Exception {
        OlderCheckpoint kept = kept();
        HttpResponse<Path> answer = as(account).download(ROUTE + query, directory.resolve("bundle.zip"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("evidence-" + TRIAL);
        return verified(answer.body(), kept);
    }

    /** The platform's checkpoint as somebody keeps it before they take a bundle. */
    private OlderCheckpoint kept() throws EvidenceFormatException {
        return OlderCheckpoint.parse(
                checkpoints.checkpoint(LedgerStore.PLATFORM).note().getBytes(StandardCharsets.UTF_8));
    }

    private static BundleReport verified(Path bundle, OlderCheckpoint kept)
            throws IOException, EvidenceFormatException {
        VerifierOptions options = new VerifierOptions(Optional.empty(), Optional.of(kept));
        BundleReport report = new BundleVerifier(options).verify(bundle, ProgressListener.NONE);
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.FAILED)
                .isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        return report;
    }

    @Test
    void an_inspector_takes_the_whole_trial_and_the_platform_remembers() throws Exception {
        BundleReport report = taken("inspector", "");
        Manifest manifest = report.manifest().orElseThrow();

        assertThat(report.entries()).isEqualTo(manifest.treeSize() - unseenByTheBlinded());
        assertThat(report.simulatedClock()).isTrue();
        assertThat(manifest.withheld()).containsExactlyInAnyOrder(DisclosureClass.IDENTITY, DisclosureClass.ALLOCATION);
        assertThat(recorded("inspector"))
                .anySatisfy(event -> assertThat(event)
                        .contains("\"evt\":\"evidence-exported\"")
                        .contains("\"treeSize\":" + manifest.treeSize())
                        .contains("\"profile\":\"full\""));
    }

    private long unseenByTheBlinded() {
        return ledgers.streamLedger(TRIAL, 0, ledgers.ledgerSize(TRIAL))
                .filter(entry -> !entry.stream().matches("(trial|site|casebook|erasures|audit-reviews):.*"))
                .count();
    }

    private List<String> recorded(String account) {
        return ledgers.readStream("account:" + account, 0)
                .map(entry ->
                        new String(Base64.getUrlDecoder().decode(entry.sealed().payload()), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void a_monitor_takes_one_participant_as_of_an_earlier_point() throws Exception {
        long size = ledgers.ledgerSize(TRIAL) - 20;
        BundleReport report = taken("monitor", "?profile=pseudonymous&participant=701-006&asOf=" + size);
        Manifest manifest = report.manifest().orElseThrow();

        assertThat(manifest.treeSize()).isEqualTo(size);
        assertThat(manifest.scope().participant()).contains("701-006");
        assertThat(manifest.withheld())
                .containsExactlyInAnyOrder(
                        DisclosureClass.IDENTITY, DisclosureClass.ALLOCATION, DisclosureClass.FREE_TEXT);
        assertThat(report.entries()).isBetween(10L, size / 2);
    }

    @Test
    void a_coordinator_takes_the_own_site_and_no_other() throws Exception {
        BundleReport report = taken("coordinator", "?profile=full");
        assertThat(report.manifest().orElseThrow().scope().site()).contains("701");

        Api coordinator = as("coordinator");
        assertThat(coordinator.get(ROUTE + "?site=702").statusCode()).isEqualTo(403);
        assertThat(coordinator.get(ROUTE + "?participant=702-001").statusCode()).isEqualTo(404);
        assertThat(coordinator.get(ROUTE + "?profile=other").body()).contains("invalid-profile");
        assertThat(as("builder").get(ROUTE).statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_discloses_that_form() throws Exception {
        BundleReport report = taken("inspector", "?participant=701-006&form=F.VS");
        assertThat(report.manifest().orElseThrow().scope().form()).contains("F.VS");
    }

    @Test
    void what_the_page_makes_passes_in_a_browser_without_a_network() throws Exception {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newPage();
            page.navigate(base() + "/sign-in");
            page.locator("input[name=username]").fill("inspector");
            page.locator("input[name=password]").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(base() + "/");
            page.navigate(base() + "/trials/" + TRIAL + "/ledger");
            page.locator("a[href$='/evidence']").click();
            page.locator("#profile-blinded").check();
            OlderCheckpoint kept = kept();
            Download download = page.waitForDownload(
                    () -> page.locator("main button.btn-primary").click());
            Path bundle = directory.resolve("page.zip");
            download.saveAs(bundle);
            verified(bundle, kept);
            try (HtmlVerifier html = new HtmlVerifier(chromium.browser(), directory)) {
                HtmlVerifier.Verdict verdict = html.verify(bundle, Optional.empty(), Optional.empty());
                assertThat(verdict.failed()).isEmpty();
                assertThat(verdict.result()).isEqualTo("passed");
                assertThat(verdict.text()).contains("a demonstration");
            }
        }
    }
}
