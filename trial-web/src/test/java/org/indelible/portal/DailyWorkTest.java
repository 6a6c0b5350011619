package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A day's work of coordinator, monitor, data manager and investigator, in a real browser. */
@DemoPortalTest
@DirtiesContext
class DailyWorkTest {
    private static final String SCREENING = Visitor.TRIAL + "/participants/702-005/form?event=SE.SCR&form=F.VS";
    private static final String ECG = Visitor.TRIAL + "/participants/702-006/form?event=SE.SCR&form=F.EG";
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private Visitor signedIn(String account) {
        return Visitor.signedIn(chromium, port, account);
    }

    private static String field(Page page, String item) {
        return page.locator("input[type=hidden][name$='.item'][value='" + item + "']")
                .first()
                .getAttribute("name")
                .replace(".item", "");
    }

    @Test
    @Requirement({"R10", "R41", "R44"})
    void aQueryIsAskedAnsweredInTheFormAndClosedInAList() {
        try (Visitor monitor = signedIn("monitor")) {
            monitor.open(SCREENING);
            monitor.page().locator("a[href*='/query?'][href*='I.VS.WEIGHT']").click();
            monitor.page().locator("#query-text").fill("With or without shoes?");
            monitor.page().locator(".query-ask button").click();
            assertThat(monitor.page().locator(".query-inline").first()).containsText("With or without shoes?");
        }
        try (Visitor coordinator = signedIn("coordinator2")) {
            Page page = coordinator.page();
            int clicks = 0;
            page.locator(".work-line")
                    .filter(new Locator.FilterOptions().setHasText("702-005"))
                    .filter(new Locator.FilterOptions().setHasText("query"))
                    .first()
                    .locator("a.work-what")
                    .click();
            clicks++;
            page.locator("[data-answer]").first().fill("Without, as at every visit.");
            page.locator(".form-foot button").click();
            clicks++;
            assertThat(page.locator(".query-inline").first()).containsText("Without, as at every visit.");
            assertThat(page.locator(".query-inline").first()).containsText("answered");
            assertThat(clicks).as("clicks from sign-in to the answer").isLessThanOrEqualTo(4);
        }
        try (Visitor manager = signedIn("datamanager")) {
            Page page = manager.page();
            manager.open(Visitor.TRIAL + "/queries?status=answered");
            page.locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("702-005"))
                    .locator("input[type=checkbox]")
                    .check();
            page.locator("text=Close the chosen queries").click();
            assertThat(page.locator("main")).containsText("1 query was closed.");
        }
    }

    @Test
    @Requirement({"R10", "R46"})
    void aCheckAsksWhileTypingAndWhatWasTypedFirstStaysOnRecord() {
        try (Visitor coordinator = signedIn("coordinator2")) {
            Page page = coordinator.page();
            coordinator.open(Visitor.TRIAL + "/participants/702-004/form?event=SE.SCR&form=F.VS");
            String weight = field(page, "I.VS.WEIGHT");
            String before = page.locator("#" + weight).inputValue();
            page.locator("#" + weight).fill("7");
            page.keyboard().press("Tab");
            assertThat(page.locator("#" + weight + "-checks")).containsText("Please check");
            assertThat(page.locator("#draft-state")).containsText("Draft kept");
            page.locator("#" + weight).fill(before.equals("71.5") ? "72.5" : "71.5");
            page.keyboard().press("Tab");
            assertThat(page.locator("#" + weight + "-checks")).isEmpty();
            page.locator("select[name='" + weight + ".category']").selectOption(new SelectOption().setIndex(2));
            page.locator("input[type=text][name='" + weight + ".reason']").fill("new scale");
            page.keyboard().press("Control+s");
            assertThat(page.locator("#saved-state")).containsText("as entry");
            page.locator("#" + field(page, "I.VS.WEIGHT") + "-item a.item-mark")
                    .first()
                    .click();
            assertThat(page.locator("main")).containsText("Asked before it was saved");
            assertThat(page.locator("main")).containsText("asked about");
        }
    }

    @Test
    void whatAMethodComputesFollowsWhatIsTyped() {
        try (Visitor coordinator = signedIn("coordinator2")) {
            Page page = coordinator.page();
            coordinator.open(Visitor.TRIAL + "/participants/702-006/form?event=SE.SCR&form=F.VS");
            Locator bmi = page.locator("#" + field(page, "I.VS.BMI"));
            Locator height = page.locator("#" + field(page, "I.VS.HEIGHT"));
            Locator weight = page.locator("#" + field(page, "I.VS.WEIGHT"));
            List<String> recorded = List.of(height.inputValue(), weight.inputValue());
            assertThat(bmi).hasClass("item-computed");
            height.fill("200");
            weight.fill("80");
            page.keyboard().press("Tab");
            assertThat(bmi).hasText("20.0");
            weight.fill("");
            page.keyboard().press("Tab");
            assertThat(bmi).containsText("once what it needs is there");
            height.fill(recorded.get(0));
            weight.fill(recorded.get(1));
            page.keyboard().press("Tab");
            assertThat(page.locator("#draft-state")).isEmpty();
        }
    }

    @Test
    @Requirement("R10")
    void aSavedValueThatDoesNotPassIsQueriedAndTheQueryEndsWithTheCorrection() {
        try (Visitor coordinator = signedIn("coordinator2")) {
            Page page = coordinator.page();
            coordinator.open(Visitor.TRIAL + "/participants/702-003/form?event=SE.SCR&form=F.VS");
            String before = page.locator("#" + field(page, "I.VS.TEMP")).inputValue();
            change(page, "I.VS.TEMP", "12");
            assertThat(page.locator(".query-inline").first()).containsText("Edit check");
            change(page, "I.VS.TEMP", before.isEmpty() ? "36.6" : before);
            assertThat(page.locator(".query-inline")).hasCount(0);
            coordinator.open(Visitor.TRIAL + "/queries?status=closed&raised=SYSTEM");
            assertThat(page.locator("main")).containsText("702-003");
        }
    }

    private static void change(Page page, String item, String value) {
        String field = field(page, item);
        page.locator("#" + field).fill(value);
        page.keyboard().press("Tab");
        Locator category = page.locator("select[name='" + field + ".category']");
        if (category.isVisible()) {
            category.selectOption(new SelectOption().setIndex(1));
            page.locator("input[type=text][name='" + field + ".reason']").fill("as the source says");
        }
        page.keyboard().press("Control+s");
        assertThat(page.locator("#saved-state")).containsText("as entry");
    }

    @Test
    @Requirement("R28")
    void whatWasTypedOutlivesTheSignInForItsAuthorAlone() {
        try (Visitor coordinator = signedIn("coordinator2")) {
            Page page = coordinator.page();
            coordinator.open(ECG);
            String rate = field(page, "I.EG.HR");
            page.locator("#" + rate).fill("64");
            page.keyboard().press("Tab");
            assertThat(page.locator("#draft-state")).containsText("Draft kept");
            coordinator.loseSession();
            coordinator.open(ECG);
            page.locator("#username").fill("coordinator2");
            page.locator("#password").fill(DemoPortalTest.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/form**");
            assertThat(page.locator("#" + field(page, "I.EG.HR"))).hasValue("64");
            assertThat(page.locator(".draft-back")).containsText("is back");
        }
        List<String> sealed = jdbc.sql(
                        "select encode(sealed, 'escape') from app.draft where participant = '702-006' and form = 'F.EG'")
                .query(String.class)
                .list();
        assertThat(sealed).hasSize(1).noneMatch(bytes -> bytes.contains("I.EG.HR"));
        try (Visitor investigator = signedIn("investigator2")) {
            Page page = investigator.page();
            investigator.open(ECG);
            assertThat(page.locator("#" + field(page, "I.EG.HR"))).hasValue("");
            assertThat(page.locator("#presence")).containsText("has this form open too");
        }
        try (Visitor coordinator = signedIn("coordinator2")) {
            Page page = coordinator.page();
            coordinator.open(ECG);
            page.locator("text=Discard what I typed").click();
            assertThat(page.locator("main")).containsText("What was typed is gone");
            assertThat(page.locator("#" + field(page, "I.EG.HR"))).hasValue("");
        }
        assertThat(jdbc.sql(
                                "select count(*) from read.entry where type = 'draft-discarded' and participant = '702-006'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Requirement({"R38", "R44", "R49"})
    void aMonitorVerifiesAVisitAndFreezesAnItem() {
        try (Visitor monitor = signedIn("monitor")) {
            Page page = monitor.page();
            monitor.open(Visitor.TRIAL + "/participants/702-005/verify?event=SE.BL");
            page.locator("text=Verify all shown").click();
            assertThat(page.locator("main")).containsText("as entry");
            assertThat(page.locator(".verify-form input[type=checkbox]")).hasCount(0);
            page.locator("text=I have reviewed the form").first().click();
            assertThat(page.locator("main")).containsText("Reviewed as it stands");
            monitor.open(Visitor.TRIAL + "/participants/702-005/form?event=SE.BL&form=F.VS");
            page.locator("a[href*='/locks'][href*='I.VS.WEIGHT'], a[href*='/locks'][href*='I.BP.SYS']")
                    .first()
                    .click();
            page.locator("button[value=freeze]").click();
            assertThat(page.locator("main")).containsText("as entry");
        }
    }

    @Test
    @Requirement({"R49", "R50"})
    void aCasebookIsLockedWithItsChecklistAndOpenedWithTheInvestigatorsAuthorisation() {
        try (Visitor manager = signedIn("datamanager")) {
            Page page = manager.page();
            manager.open(Visitor.TRIAL + "/participants/702-002/locks");
            page.locator("input[name=part][value=casebook]").check();
            page.locator("button[value=lock]").click();
            assertThat(page.locator("main")).containsText("forms lack a current signature");
            page.locator("select[name=category]").selectOption(new SelectOption().setIndex(6));
            page.locator("input[name=reason]").fill("The participant left; the forms are signed on paper.");
            page.locator("button[value=lock]").click();
            assertThat(page.locator("tr.lock-depth-0, .saved-state").first()).isVisible();
        }
        try (Visitor investigator = signedIn("investigator2")) {
            Page page = investigator.page();
            investigator.open(Visitor.TRIAL + "/participants/702-002/form?event=SE.SCR&form=F.VS");
            assertThat(page.locator(".form-foot")).hasCount(0);
        }
    }

    @Test
    void deviationsTheLogTheCalendarAndBlankFormsAreThere() {
        try (Visitor monitor = signedIn("monitor")) {
            Page page = monitor.page();
            monitor.open(Visitor.TRIAL + "/deviations");
            page.locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("right arm"))
                    .locator("a")
                    .click();
            page.locator("input[name=grade]").first().check();
            page.locator("#action").fill("The site was trained again.");
            page.locator("input[name=closed]").check();
            page.locator("main button").last().click();
            assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("right arm")))
                    .containsText("closed");
            monitor.open(Visitor.TRIAL + "/enrolment-log");
            assertThat(page.locator("main")).containsText("701-005");
            monitor.open(Visitor.TRIAL + "/participants/701-004/calendar");
            assertThat(page.locator("main")).containsText("overdue");
            monitor.open(Visitor.TRIAL + "/blank-forms?form=F.VS");
            assertThat(page.locator(".blank-item").first()).isVisible();
        }
    }

    @Test
    void everyPageOfADaysWorkIsWholeInBothThemesAndFitsAPhone() {
        List<String> wrong = new ArrayList<>();
        Map<String, List<String>> pages = Map.of(
                "datamanager",
                List.of(
                        "/queries?status=all",
                        "/queries?status=cancelled&q=none-like-it",
                        "/verification-plan",
                        "/signing-plan",
                        "/deviations",
                        "/locks",
                        "/progress",
                        "/enrolment-log",
                        "/blank-forms",
                        "/participants/701-005/locks",
                        "/participants/701-005/calendar",
                        "/participants/701-005/deviations/new",
                        "/participants/701-005/verify?event=SE.SCR",
                        "/participants/701-005/form?event=SE.SCR&form=F.LB",
                        "/participants/701-005/query?event=SE.SCR&form=F.LB",
                        "/queries?asOf=400"),
                "coordinator",
                List.of(
                        "/participants/701-005/form?event=SE.SCR&form=F.LB",
                        "/participants/701-007/form?event=SE.SCR&form=F.IE",
                        "/queries"));
        pages.forEach((account, paths) -> {
            try (Visitor visitor = signedIn(account)) {
                for (String path : paths) {
                    examine(visitor, account, path)
                            .forEach(sentence -> wrong.add(account + " " + path + ": " + sentence));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static List<String> examine(Visitor visitor, String account, String path) {
        Page page = visitor.page();
        visitor.in(ColorScheme.LIGHT);
        page.setViewportSize(1280, 900);
        List<String> found = new ArrayList<>();
        int status = visitor.open(Visitor.TRIAL + path);
        if (status != 200) {
            found.add("status " + status);
        }
        found.addAll(PageChecks.structure(page));
        found.addAll(PageChecks.overflow(page));
        shot(page, account + path, "wide");
        found.addAll(visitor.complaints());
        found.addAll(PageChecks.accessibility(page));
        visitor.in(ColorScheme.DARK);
        page.reload();
        PageChecks.accessibility(page).forEach(sentence -> found.add("dark: " + sentence));
        shot(page, account + path, "dark");
        visitor.in(ColorScheme.LIGHT);
        page.setViewportSize(360, 780);
        page.reload();
        found.addAll(PageChecks.overflow(page));
        shot(page, account + path, "narrow");
        // The checker measures with styles that the pages' policy forbids.
        visitor.complaints();
        return found;
    }

    /** For the eye: where {@code -Dindelible.screenshots=<directory>} asks for them. */
    private static void shot(Page page, String name, String look) {
        String directory = System.getProperty("indelible.screenshots", "");
        if (!directory.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(directory, name.replaceAll("[^A-Za-z0-9]+", "-") + "-" + look + ".png")));
        }
    }
}
