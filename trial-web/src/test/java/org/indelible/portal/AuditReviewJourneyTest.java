package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.auditreview.AuditView;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** A data manager plans a review of the audit trail, makes it and signs it off, in a real browser; an inspector reads it. */
@DemoPortalTest
@DirtiesContext
@Requirement({"R12", "R13"})
class AuditReviewJourneyTest {
    private static final String REVIEWS = Visitor.TRIAL + "/audit-reviews";

    @LocalServerPort
    private int port;

    @Test
    void a_review_is_planned_made_and_signed_off() {
        try (Chromium chromium = Chromium.start();
                Visitor manager = Visitor.signedIn(chromium, port, "datamanager");
                Visitor inspector = Visitor.signedIn(chromium, port, "inspector")) {
            Page page = manager.page();
            Locator main = page.locator("main");
            manager.open(REVIEWS);
            assertThat(main).containsText("Quarterly review of both sites");
            sound(manager, "planned");

            plan(manager);
            String plan = manager.path();
            page.locator("#from").fill("2030-01-02");
            page.locator("#to").fill("2030-01-01");
            page.locator("main form button.btn-primary").click();
            assertThat(main).containsText("The period ends before it begins");
            sound(manager, "plan-error");
            page.locator("#from").fill("2020-01-01");
            page.locator("#to").fill(today(page));
            page.locator("main form button.btn-primary").click();
            page.waitForURL(url -> url.contains("/reviews/"));
            String review = manager.path();
            sound(manager, "review-begun");

            record(manager);
            followUpAndSign(manager);

            manager.open(plan);
            assertThat(main.locator("tbody .status-signed")).hasCount(1);
            sound(manager, "plan");
            inspector.open(REVIEWS);
            assertThat(inspector.page().locator("main .status-signed")).hasCount(1);
            assertThat(inspector.page().locator("main a.btn-primary")).hasCount(0);
            sound(inspector, "list");
            inspector.open(review);
            assertThat(inspector.page().locator("main")).containsText("Nothing to be worried about");
            assertThat(inspector.page().locator("main form")).hasCount(0);
        }
    }

    @Test
    void each_view_is_looked_at_without_a_plan() {
        try (Chromium chromium = Chromium.start();
                Visitor monitor = Visitor.signedIn(chromium, port, "monitor");
                Visitor coordinator = Visitor.signedIn(chromium, port, "coordinator")) {
            for (AuditView view : AuditView.values()) {
                assertThat(monitor.open(REVIEWS + "/views/" + view)).isEqualTo(200);
                assertThat(monitor.open(REVIEWS + "/views/" + view + "?threshold=" + view.least()))
                        .isEqualTo(200);
                sound(monitor, "view-" + view);
                for (Object target : links(monitor)) {
                    assertThat(monitor.open(target.toString()))
                            .as("%s: %s", view, target)
                            .isEqualTo(200);
                }
            }
            assertThat(coordinator.open(REVIEWS)).isEqualTo(403);
            coordinator.open(Visitor.TRIAL + "/audit");
            assertThat(coordinator.page().locator("#rail a[href$='/audit-reviews']"))
                    .hasCount(0);
        }
    }

    /** Where the first line of a view leads. */
    private static List<?> links(Visitor visitor) {
        return (List<?>)
                visitor.page()
                        .evaluate(
                                "[...document.querySelectorAll('main tbody tr:first-child a')].map(a => a.pathname + a.search)");
    }

    private static void plan(Visitor manager) {
        Page page = manager.page();
        page.locator("main a.btn-primary").click();
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("#name-error")).containsText("no title");
        sound(manager, "plan-new-error");
        page.locator("#name").fill("Monthly review");
        page.locator("#basis").fill("Two sites enrolled fast; blood pressure is the primary endpoint.");
        page.locator("input[name='threshold.ODD_HOURS']").fill("1");
        page.locator("main form button.btn-primary").click();
        page.waitForURL(url -> url.contains("/plans/") && !url.endsWith("/new"));
        assertThat(page.locator("main h1")).hasText("Monthly review");
        sound(manager, "plan-new");
    }

    private static void record(Visitor manager) {
        Page page = manager.page();
        page.locator("#view").selectOption("LATE_ENTRY");
        page.locator("#entry").fill("999999999");
        page.locator("#text").fill("Entered late without a word");
        page.locator("#finding button.btn-primary").click();
        assertThat(page.locator("#entry-error")).containsText("does not look at that entry");
        assertThat(page.locator("#text")).hasValue("Entered late without a word");
        page.locator("#entry").fill("12");
        page.locator("#finding button.btn-primary").click();
        assertThat(page.locator("#finding-1")).containsText("Entered late without a word");
        assertThat(page.locator("#sign-off")).containsText("no follow-up yet");
        sound(manager, "review-finding");
    }

    private static void followUpAndSign(Visitor manager) {
        Page page = manager.page();
        page.locator("#finding-1 summary").click();
        page.locator("#follow-up-1").fill("The site was asked; its clock was wrong");
        page.locator("#finding-1 form button").click();
        assertThat(page.locator("#conclusion-1")).containsText("whether anything is left to do");
        assertThat(page.locator("#follow-up-1")).hasValue("The site was asked; its clock was wrong");
        sound(manager, "follow-up-error");
        page.locator("#finding-1 input[value=closed]").check();
        page.locator("#finding-1 form button").click();
        assertThat(page.locator("#finding-1 .status-complete")).hasCount(1);

        page.locator("#conclusion").fill("Nothing to be worried about");
        page.locator("#username").fill("datamanager");
        page.locator("#password").fill("not the password");
        page.locator("#sign-off button.btn-primary").click();
        assertThat(page.locator("#sign-off")).containsText("Nothing was signed");
        assertThat(page.locator("#conclusion")).hasValue("Nothing to be worried about");
        sound(manager, "sign-off-error");
        page.locator("#username").fill("datamanager");
        page.locator("#password").fill(DemoPortalTest.PASSWORD);
        page.locator("#sign-off button.btn-primary").click();
        assertThat(page.locator("main .status-signed")).hasCount(1);
        assertThat(page.locator("#sign-off")).hasCount(0);
        sound(manager, "review-signed");
    }

    private static String today(Page page) {
        return page.evaluate("new Date().toISOString().slice(0, 10)").toString();
    }

    /** Whatever is on it, at both widths and in both schemes. */
    private static void sound(Visitor visitor, String name) {
        Page page = visitor.page();
        assertThat(PageChecks.structure(page)).as(name).isEmpty();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            visitor.in(scheme);
            assertThat(PageChecks.accessibility(page)).as(name + " " + scheme).isEmpty();
        }
        keep(page, name);
        page.setViewportSize(360, 800);
        assertThat(PageChecks.overflow(page)).as(name).isEmpty();
        keep(page, name + "-narrow");
        page.setViewportSize(1280, 900);
    }

    /** For looking at: {@code -Dindelible.screens=DIRECTORY}. */
    private static void keep(Page page, String name) {
        String directory = System.getProperty("indelible.screens");
        if (directory != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(directory, "audit-review-" + name + ".png"))
                    .setFullPage(true));
        }
    }
}
