package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.indelible.Api;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** A passkey from its registration to what a stranger can check of it, with Chromium's own virtual authenticator. */
@DemoPortalTest
@DirtiesContext
@Requirement({"R16", "R26", "R33", "R34"})
class PasskeyJourneyTest {
    private static final String SIGNER = "investigator2";
    private static final String TRIAL_ID = "de300000-0000-4000-8000-000000000301";
    private static final String TRIAL = "/trials/" + TRIAL_ID;

    @LocalServerPort
    private int port;

    @Autowired
    private @Nullable LedgerVerifier ledgers;

    @TempDir
    private Path directory;

    @Test
    void aPasskeyBindsTheSignInAndConfirmsTheSignature() throws Exception {
        try (Chromium chromium = Chromium.start();
                Visitor visitor = Visitor.signedIn(chromium, port, SIGNER)) {
            Page page = visitor.page();
            authenticator(page);
            register(visitor);
            try {
                signOut(page);
                page.locator("#username").fill(SIGNER);
                button(page, "Sign in with a passkey");
                page.waitForURL(url -> !url.contains("/sign-in"));
                String casebook = TRIAL + "/participants/702-003";
                sign(visitor, casebook);
                checkedByStrangers(casebook.substring(casebook.lastIndexOf('/') + 1));
                anotherAnswerIsRefused(visitor, casebook);
            } finally {
                remove(visitor);
            }
        }
    }

    private static void authenticator(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static void register(Visitor visitor) {
        visitor.open("/security");
        Page page = visitor.page();
        page.locator("#password").fill(DemoPortalTest.PASSWORD);
        button(page, "Register a passkey");
        assertThat(page.locator(".credential")).hasCount(1);
        assertThat(page.locator(".saved-state")).containsText("platform's ledger");
        assertThat(PageChecks.overflow(page)).isEmpty();
        assertThat(PageChecks.structure(page)).isEmpty();
    }

    private static void signOut(Page page) {
        page.locator(".person-menu summary").click();
        button(page, "Sign out");
        page.waitForURL(url -> url.contains("/sign-in"));
    }

    private static void sign(Visitor visitor, String casebook) {
        visitor.open(casebook + "/sign");
        Page page = visitor.page();
        assertThat(page.locator("#password")).hasCount(0);
        page.locator("input[name=meaning]").nth(2).check();
        button(page, "Sign");
        assertThat(page.locator(".casebook-signatures")).containsText("signed the whole casebook");
    }

    /** The bundle's verifier and that of the ledgers find the assertions, and both hold. */
    private void checkedByStrangers(String participant) throws Exception {
        Api api = Api.signIn("http://localhost:" + port, SIGNER, DemoPortalTest.PASSWORD);
        Path bundle = api.download(
                        "/api/v1/trials/" + TRIAL_ID + "/evidence?participant=" + participant,
                        directory.resolve("bundle.zip"))
                .body();
        BundleReport report = new BundleVerifier(new VerifierOptions(Optional.empty(), Optional.empty()))
                .verify(bundle, ProgressListener.NONE);
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.FAILED)
                .isEmpty();
        assertThat(attribution(report.findings().stream()
                        .filter(finding -> finding.ledger().equals(TRIAL_ID))
                        .toList()))
                .contains("Signatures that a passkey confirmed: 1;")
                .doesNotContain("bound to them: 0;");

        assertThat(attribution(Objects.requireNonNull(ledgers)
                        .verify(TRIAL_ID, ProgressListener.NONE)
                        .findings()))
                .contains("Signatures that a passkey confirmed: 1;");
        assertThat(ledgers.verify("platform", ProgressListener.NONE).failures()).isEmpty();
    }

    private static String attribution(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.check() == Check.ATTRIBUTION)
                .map(Finding::message)
                .findFirst()
                .orElse("");
    }

    /** What is posted without the passkey's word, or with one over something else, signs nothing. */
    private static void anotherAnswerIsRefused(Visitor visitor, String casebook) {
        visitor.open(casebook + "/sign");
        Page page = visitor.page();
        page.locator("input[name=meaning]").nth(2).check();
        page.evaluate("document.querySelector('form.statement').submit()");
        assertThat(page.locator(".error-summary")).containsText("Nothing was signed");
    }

    private static void remove(Visitor visitor) {
        visitor.open("/security");
        Page page = visitor.page();
        page.locator(".credential summary").click();
        page.locator(".credential input[type=password]").fill(DemoPortalTest.PASSWORD);
        button(page, "Take out of use");
        assertThat(page.locator(".credential")).hasCount(0);
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
