package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The first five minutes with the demo trial, in a real browser. */
@DemoPortalTest
@DirtiesContext
class JourneyTest {
    private static final String OTHER_FORM = "/participants/701-003/form?event=SE.WK8&form=F.VS";
    private static final String FORM = "/participants/701-006/form?event=SE.WK8&form=F.VS";

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerVerifier verifier;

    @Autowired
    private CheckpointService checkpoints;

    @Test
    @Requirement({"R01", "R03", "R05", "R07", "R37", "R44", "R45"})
    void aBloodPressureIsCorrectedAndItsHistoryTold() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newPage();
            signIn(page, "investigator");
            Locator trial = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("HORIZON-HT"))
                    .first();
            String trialPath = trial.getAttribute("href");

            page.navigate(base() + trialPath + FORM);
            assertThat(page.locator("main")).not().containsText("Out of date");
            String field = systolic(page);
            String old = page.locator("#" + field).inputValue();
            page.locator("#" + field).fill("157");
            page.keyboard().press("Control+s");
            assertThat(page.locator("#" + field)).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#" + field)).hasValue("157");

            page.locator("select[name='" + field + ".category']").selectOption(new SelectOption().setIndex(1));
            page.locator("input[type=text][name='" + field + ".reason']").fill("read from the wrong column");
            page.keyboard().press("Control+s");
            assertThat(page.locator("main")).containsText("Out of date");
            assertThat(page.locator("#" + systolic(page))).hasValue("157");

            page.navigate(base()
                    + page.locator("a[href*='history'][href*='I.BP.SYS']")
                            .first()
                            .getAttribute("href"));
            assertThat(page.locator("main")).containsText("changed " + old + " mmHg to 157 mmHg");
            assertThat(page.locator("main")).containsText("read from the wrong column");
            assertThat(page.locator("main")).containsText("Seal holds");

            page.setViewportSize(360, 800);
            page.navigate(base() + trialPath + FORM);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            assertThat(verifier.verifyAll((name, done, total) -> {}).findings())
                    .noneMatch(finding -> finding.outcome() == Outcome.FAILED);
        }
    }

    @Test
    @Requirement({"R01", "R07", "R31", "R37", "R38", "R45"})
    void theFirstFiveMinutes() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newPage();
            page.navigate(base() + "/sign-in");
            Locator card = page.locator(".role-card")
                    .filter(new Locator.FilterOptions().setHasText("Use account investigator"))
                    .first();
            assertThat(card).containsText("signs casebooks and sees when a signature goes stale");
            card.getByRole(AriaRole.BUTTON).click();
            page.locator("#password").fill(DemoPortalTest.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(base() + "/");

            Map.of(
                            "701-004", "Week 12 is overdue",
                            "701-007", "Laboratory",
                            "701-006", "The signature on",
                            "701-008", "Withdrawn")
                    .forEach((participant, words) -> assertThat(page.locator(".work-line")
                                    .filter(saying(participant))
                                    .filter(saying(words))
                                    .first())
                            .isVisible());
            assertThat(page.locator(".work-line").filter(saying("701-005")).filter(saying("Screening failed")))
                    .hasCount(1);
            assertThat(page.locator(".work")).containsText("Site 701 has no ethics approval");

            String trialPath = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("HORIZON-HT"))
                    .first()
                    .getAttribute("href");
            page.navigate(base() + trialPath + OTHER_FORM);
            assertThat(page.locator(".signature-holds")).containsText("meaning approval");
            String before = page.locator("#as-of-range").getAttribute("max");
            String field = systolic(page);
            String old = page.locator("#" + field).inputValue();
            page.locator("#" + field).fill("161");
            page.keyboard().press("Control+s");
            assertThat(page.locator(".error-summary")).containsText("A saved value changes only with a reason");
            page.locator("select[name='" + field + ".category']").selectOption(new SelectOption().setIndex(1));
            page.locator("input[type=text][name='" + field + ".reason']").fill("digits swapped");
            page.keyboard().press("Control+s");
            assertThat(page.locator("#saved-state")).containsText("as entry");
            assertThat(page.locator(".signature-why")).containsText("changed Systolic blood pressure");
            assertThat(page.locator(".signature-why")).containsText("digits swapped");

            checkpoints.checkpoint(trialPath.substring("/trials/".length()));
            page.locator("#" + systolic(page) + "-item a.item-mark").click();
            Locator drawer = page.locator("#drawer-content");
            assertThat(drawer).containsText("changed " + old + " mmHg to 161 mmHg");
            assertThat(drawer).containsText("digits swapped");
            drawer.locator(".history-proof > summary").click();
            assertThat(drawer).containsText("Seal holds");
            assertThat(drawer).containsText("proved, under a checkpoint");
            assertThat(drawer).containsText("Entry fingerprint");

            page.locator("#as-of-range").evaluate("""
                    (range, size) => {
                      range.value = size;
                      range.dispatchEvent(new Event('input', {bubbles: true}));
                      range.dispatchEvent(new Event('change', {bubbles: true}));
                    }""", before);
            assertThat(page.locator(".time-banner")).containsText("Read-only");
            assertThat(page.locator("main")).containsText(old + " mmHg");
            assertThat(page.locator("main")).not().containsText("161 mmHg");
            page.locator(".time-banner a.btn").click();

            page.getByText("Sign this form again").click();
            assertThat(page.locator("#changed")).containsText("161 mmHg");
            page.locator("input[name=meaning]").nth(2).check();
            page.locator("#username").fill("investigator");
            page.locator("#password").fill("not the password");
            page.keyboard().press("Enter");
            assertThat(page.locator(".error-summary")).containsText("Nothing was signed");
            assertThat(page.locator("input[name=meaning]").nth(2)).isChecked();
            page.locator("#password").fill(DemoPortalTest.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator("#saved-state")).containsText("Signed");
            assertThat(page.locator(".signature-holds").first()).containsText("meaning approval");
        }
    }

    @Test
    @Requirement({"R37", "R38"})
    void aVisitIsSignedAsAWholeWithWhatWasNotOpenedNamed() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newPage();
            signIn(page, "investigator");
            String casebook = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("HORIZON-HT"))
                            .first()
                            .getAttribute("href")
                    + "/participants/701-007";
            page.navigate(base() + casebook);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign this visit"))
                    .first()
                    .click();
            assertThat(page.locator("#unopened")).containsText("Laboratory");
            page.locator("#unopened a").filter(saying("Laboratory")).click();
            page.goBack();
            page.reload();
            assertThat(page.locator("#unopened")).not().containsText("Laboratory");
            assertThat(page.locator("#unopened")).containsText("Vital signs");
            page.locator("input[name=meaning]").nth(1).check();
            page.locator("#username").fill("investigator");
            page.locator("#password").fill(DemoPortalTest.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator(".casebook-signatures")).containsText("signed the visit Screening");
        }
    }

    @Test
    @Requirement("R38")
    void aCasebookOfMoreThanTwentyFormsIsSignedInFiveClicksAndTheCredentials() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newPage();
            AtomicInteger clicks = new AtomicInteger();
            page.exposeFunction("clicked", arguments -> clicks.incrementAndGet());
            page.addInitScript("addEventListener('click', (e) => e.detail > 0 && clicked(), true)");
            signIn(page, "investigator");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Participants"))
                    .first()
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("701-002"))
                    .first()
                    .click();
            assertThat(page.locator("main a[href*='/form?']").nth(20)).isVisible();
            page.getByText("Sign the whole casebook").click();
            page.locator("input[name=meaning]").nth(1).check();
            page.locator("#username").fill("investigator");
            page.locator("#password").fill(DemoPortalTest.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator(".casebook-signatures")).containsText("signed the whole casebook");
            assertThat(clicks.get()).isBetween(4, 5);
        }
    }

    private static Locator.FilterOptions saying(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void signIn(Page page, String account) {
        page.navigate(base() + "/sign-in");
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(DemoPortalTest.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(base() + "/");
    }

    /** Id of the first reading of the systolic blood pressure. */
    private static String systolic(Page page) {
        return page.locator("input[name$='.item'][value='I.BP.SYS']")
                .first()
                .getAttribute("name")
                .replace(".item", "");
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
