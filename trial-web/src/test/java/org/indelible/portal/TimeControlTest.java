package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Back in time with the mouse and with keys, on pages of every kind, and home again. */
@DemoPortalTest
class TimeControlTest {
    private static final String PLACE = "?event=SE.WK8&form=F.VS";
    private static final List<String> PAGES = List.of(
            "",
            "/participants?site=701",
            "/participants/701-006",
            "/participants/701-006/form" + PLACE,
            "/participants/701-006/history" + PLACE + "&group=IG.BP&item=I.BP.SYS",
            "/sites",
            "/sites/701",
            "/ledger",
            "/ledger/entries/12",
            "/search?q=blood");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    @Requirement("R01")
    void aDragLeadsBackOnEveryPageAndTheBannerHomeAgain() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "investigator")) {
            Page page = visitor.page();
            for (String below : PAGES) {
                assertThat(visitor.open(Visitor.TRIAL + below)).as(below).isEqualTo(200);
                assertThat(page.locator(".time-banner")).hasCount(0);

                drag(page, 0.97);

                Locator banner = page.locator(".time-banner");
                assertThat(banner).containsText("As of");
                assertThat(banner).containsText("Read-only");
                assertThat(banner.textContent()).containsPattern("Entry [0-9,]+ of [0-9,]+");
                assertThat(page.locator("body")).hasClass(Pattern.compile(".*in-the-past.*"));
                assertThat(page.locator("main form[data-save] button[type=submit]"))
                        .hasCount(0);
                assertThat(visitor.path()).contains("asOf=").contains(below.replaceAll(".*\\?", ""));

                banner.locator("text=Return to now").click();
                assertThat(page.locator(".time-banner")).hasCount(0);
                assertThat(visitor.path()).isEqualTo(Visitor.TRIAL + below);
            }
        }
    }

    @Test
    @Requirement("R01")
    void arrowKeysGoEntryByEntryAndKeepTheFocus() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "coordinator")) {
            Page page = visitor.page();
            for (String below : PAGES) {
                visitor.open(Visitor.TRIAL + below);
                long now = Long.parseLong(page.locator("[data-time-range]").getAttribute("max"));
                page.locator("[data-time-range]").focus();
                page.keyboard().press("ArrowLeft");
                page.keyboard().press("ArrowLeft");
                page.keyboard().press("ArrowLeft");
                assertThat(page.locator(".time-banner")).containsText("Read-only");
                assertThat(visitor.path()).contains("asOf=" + (now - 3));
                assertThat(page.locator("[data-time-range]")).isFocused();
            }
        }
    }

    private static void drag(Page page, double to) {
        BoundingBox box = page.locator("[data-time-range]").boundingBox();
        double y = box.y + box.height / 2;
        page.mouse().move(box.x + box.width - 8, y);
        page.mouse().down();
        page.mouse().move(box.x + box.width * (1 + to) / 2, y);
        page.mouse().move(box.x + box.width * to - 8, y);
        page.mouse().up();
    }
}
