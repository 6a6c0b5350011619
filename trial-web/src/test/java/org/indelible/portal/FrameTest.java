package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keys, search, lists and ledgers, as a person meets them. */
@DemoPortalTest
class FrameTest {
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
    void keysFindListAndLeadSomewhere() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "coordinator")) {
            Page page = visitor.page();
            visitor.open(Visitor.TRIAL);
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("p");
            page.waitForURL("**/participants");
            page.keyboard().press("/");
            assertThat(page.locator("#search")).isFocused();
            page.keyboard().type("701-006 systolic");
            page.keyboard().press("Enter");
            page.locator(".found a:has-text('Week 8')").first().click();
            assertThat(page.locator("main")).containsText("701-006");
            page.locator("#search").fill("701-006");
            page.keyboard().press("Enter");
            page.waitForURL("**/participants/701-006");
        }
    }

    @Test
    @Requirement("R68")
    void searchStaysWithinWhatThePersonMaySee() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "coordinator2")) {
            visitor.open(Visitor.TRIAL + "/search?q=701");
            assertThat(visitor.page().locator("main")).containsText("Nothing found");
            visitor.open(Visitor.TRIAL + "/search?q=systolic");
            assertThat(visitor.page().locator(".found").last()).containsText("702-0");
            assertThat(visitor.page().locator(".found").last()).not().containsText("701-0");
        }
    }

    @Test
    void theMatrixIsWalkedByArrows() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "monitor")) {
            Page page = visitor.page();
            visitor.open(Visitor.TRIAL + "/participants");
            page.locator("table.matrix tbody a").first().focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("table.matrix tbody tr:nth-child(2) td.matrix-cell a")
                            .nth(1))
                    .isFocused();
            page.keyboard().press("Control+End");
            assertThat(page.locator("table.matrix tbody tr:last-child td:last-child a"))
                    .isFocused();
        }
    }

    @Test
    void aListSortsFiltersRemembersAndExportsWhatItShows() throws IOException {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "monitor")) {
            Page page = visitor.page();
            visitor.open(Visitor.TRIAL + "/sites");
            page.locator("th a:has-text('Name')").click();
            assertThat(page.locator("th[aria-sort=ascending]")).containsText("Name");
            page.locator("#sites-q").fill("702");
            page.keyboard().press("Enter");
            assertThat(page.locator(".data-table tbody tr")).hasCount(1);
            assertThat(page.locator("th[aria-sort=ascending]")).containsText("Name");
            visitor.open(Visitor.TRIAL);
            visitor.open(Visitor.TRIAL + "/sites");
            assertThat(page.locator(".data-table tbody tr")).hasCount(1);
            Download download =
                    page.waitForDownload(() -> page.locator(".list-export").click());
            try (InputStream csv = download.createReadStream()) {
                assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("Site,Name,Country")
                        .contains("\n702,")
                        .doesNotContain("\n701,");
            }
            page.locator("text=Show all").click();
            assertThat(page.locator(".data-table tbody tr")).hasCount(2);
        }
    }

    @Test
    void participantsKeepTheirFilterInTheAddressAndExportByIt() throws IOException {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "monitor")) {
            Page page = visitor.page();
            visitor.open(Visitor.TRIAL + "/participants");
            page.locator("select[name=site]").selectOption("702");
            page.locator("form.filters button").click();
            assertThat(visitor.path()).contains("site=702");
            Download download =
                    page.waitForDownload(() -> page.locator(".list-export").click());
            try (InputStream csv = download.createReadStream()) {
                assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("702-0")
                        .doesNotContain("701-0");
            }
        }
    }

    @Test
    @Requirement("R01")
    void theAdministratorSeesHowThePlatformLedgerIsAndVerifiesIt() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "admin")) {
            Page page = visitor.page();
            visitor.open("/platform/ledger");
            assertThat(page.locator(".verdict-line")).hasCount(1);
            assertThat(page.locator("main")).containsText("Last checkpoint");
            assertThat(page.locator("main")).containsText("Last full self-audit");
            page.locator("text=Start verification").click();
            assertThat(page.locator("progress")).isVisible();
            assertThat(page.locator(".job-state")).containsText("Done");
        }
    }
}
