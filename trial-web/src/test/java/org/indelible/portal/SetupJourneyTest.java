package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.indelible.DemoHome;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** From an account that does not exist to a person who enters data, and no longer may; each step on screen by the right role. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"indelible.demo=true", "indelible.demo-password=" + SetupJourneyTest.PASSWORD})
@ContextConfiguration(initializers = DemoHome.class)
@DirtiesContext
class SetupJourneyTest {
    static final String PASSWORD = DemoPortalTest.PASSWORD;
    private static final String FIRST = "given by the administrator";
    private static final String OWN = "known to nobody but me";
    private static final String REGISTER = "/participants/new";

    @LocalServerPort
    private int port;

    @Test
    @Requirement({"R14", "R20", "R22", "R23", "R25", "R34", "R35"})
    void aCoordinatorIsMadeDelegatedToAndRelieved() {
        try (Chromium chromium = Chromium.start()) {
            Browser browser = chromium.browser();
            Page admin = signedIn(browser, "admin", PASSWORD);
            anAccountIsMade(admin);
            Page newcomer = signedIn(browser, "nina", FIRST);
            theFirstPasswordIsReplaced(newcomer);
            String trial = trial(newcomer);
            aRegistrationIsRefused(newcomer, trial, "V-901", "not delegated to you today");

            Page investigator = signedIn(browser, "investigator", PASSWORD);
            dutiesAreDelegated(investigator, trial);
            trainingIsRecorded(investigator, trial);
            aRegistrationIsRefused(newcomer, trial, "V-902", "not delegated to you today");
            dutiesAreAccepted(newcomer, trial);
            register(newcomer, trial, "V-903");
            assertThat(newcomer.locator("h1")).containsText("V-903");

            whatIsOutOfTurnSaysWhy(investigator, trial);
            versionsAndBuildsAreNamed(investigator, trial);

            theDelegationEnds(investigator, trial);
            aRegistrationIsRefused(newcomer, trial, "V-904", "not delegated to you today");

            theRoleIsRevoked(admin);
            newcomer.navigate("http://localhost:" + port + trial);
            assertThat(newcomer.locator("h1")).hasText("Sign in");

            aClosedTrialKeepsItsTrailBesideItsData(
                    signedIn(browser, "builder", PASSWORD), signedIn(browser, "monitor", PASSWORD), trial);
        }
    }

    /** V-903 has just been registered: nothing was consented to yet, and nothing is locked. */
    private void whatIsOutOfTurnSaysWhy(Page investigator, String trial) {
        investigator.navigate(base() + trial + "/participants/V-903");
        assertThat(investigator.locator("nav.acts").first()).containsText("Record consent");
        assertThat(investigator.locator("nav.acts").first()).not().containsText("Enrol");
        investigator.locator(".acts-later summary").click();
        assertThat(investigator.locator(".acts-later")).containsText("raises a deviation: Enrolled without consent");
    }

    private void versionsAndBuildsAreNamed(Page investigator, String trial) {
        investigator.navigate(base() + trial);
        assertThat(investigator.locator("main")).containsText("no study build yet");
        investigator.navigate(base() + trial + "/sites");
        assertThat(investigator.locator("main")).containsText("Version 2 ·");
    }

    private void anAccountIsMade(Page admin) {
        assertThat(admin.locator("h1")).hasText("Accounts");
        assertThat(admin.locator("body")).not().containsText("HORIZON-HT");
        press(admin, "Create an account");
        admin.locator("#account").fill("Nina");
        admin.locator("#name").fill("Nina Newcomer");
        admin.locator("#organisation").fill("Vienna General");
        submit(admin);
        assertThat(admin.locator("#account")).hasAttribute("aria-invalid", "true");
        assertThat(admin.locator("#name")).hasValue("Nina Newcomer");
        admin.locator("#account").fill("nina");
        submit(admin);
        assertThat(admin.locator("h1")).hasText("Nina Newcomer");

        press(admin, "Set a first password");
        admin.locator("#password").fill(FIRST);
        submit(admin);
        press(admin, "Grant a role");
        admin.locator("#role").selectOption("COORDINATOR");
        admin.locator("#where").selectOption("*");
        submit(admin);
        assertThat(admin.locator("#where")).hasAttribute("aria-invalid", "true");
        admin.locator("#where")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setValue(option(admin, "/701")));
        submit(admin);
        assertThat(admin.locator("main")).containsText("Coordinator");
        press(admin, "Record how the identity was proven");
        admin.locator("#method").fill("passport seen in person");
        submit(admin);
        assertThat(admin.locator("[role=status]")).containsText("platform");
    }

    private void theFirstPasswordIsReplaced(Page newcomer) {
        assertThat(newcomer).hasURL(base() + "/password");
        newcomer.navigate(base() + "/trials");
        assertThat(newcomer).hasURL(base() + "/password");
        newcomer.locator("#current").fill(FIRST);
        newcomer.locator("#password").fill(FIRST);
        submit(newcomer);
        assertThat(newcomer.locator("#password")).hasAttribute("aria-invalid", "true");
        newcomer.locator("#current").fill(FIRST);
        newcomer.locator("#password").fill(OWN);
        submit(newcomer);
        assertThat(newcomer.locator("h1")).hasText("What to do next");
    }

    private void dutiesAreDelegated(Page investigator, String trial) {
        investigator.navigate(base() + trial + "/sites/701");
        press(investigator, "Delegate duties");
        investigator.locator("#account").selectOption("nina");
        investigator.locator("#username").fill("investigator");
        investigator.locator("#password").fill(PASSWORD);
        submit(investigator);
        assertThat(investigator.locator("#duties .field-error")).isVisible();
        assertThat(investigator.locator("#account")).hasValue("nina");
        investigator.locator("input[value=ENTER_DATA]").check();
        if (investigator.locator("#username").count() > 0) {
            investigator.locator("#username").fill("investigator");
        }
        investigator.locator("#password").fill(PASSWORD);
        submit(investigator);
        assertThat(delegation(investigator)).containsText("waits for acceptance");
    }

    private void trainingIsRecorded(Page investigator, String trial) {
        investigator.navigate(base() + trial + "/sites/701/acts/training");
        investigator.locator("#account").selectOption("nina");
        investigator.locator("#training").fill("Protocol version 2");
        submit(investigator);
        assertThat(investigator.locator("main")).containsText("trained in Protocol version 2");
    }

    private void dutiesAreAccepted(Page newcomer, String trial) {
        newcomer.navigate(base() + trial + "/sites/701");
        press(newcomer, "Accept duties");
        newcomer.locator("#username").fill("nina");
        newcomer.locator("#password").fill("not my password at all");
        submit(newcomer);
        assertThat(newcomer.locator(".error-summary")).containsText("Nothing was signed");
        newcomer.locator("#username").fill("nina");
        newcomer.locator("#password").fill(OWN);
        submit(newcomer);
        assertThat(delegation(newcomer)).not().containsText("waits for acceptance");
    }

    /** Yesterday is the last day, so that the duty is not held today. */
    private void theDelegationEnds(Page investigator, String trial) {
        investigator.navigate(base() + trial + "/sites/701");
        delegation(investigator)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("End the delegation of Nina Newcomer"))
                .click();
        String today = investigator.locator("#from").inputValue();
        investigator
                .locator("#from")
                .fill(java.time.LocalDate.parse(today).minusDays(1).toString());
        submit(investigator);
        assertThat(investigator.locator("#reason ~ .field-error")).isVisible();
        investigator.locator("select[name=category]").selectOption("OTHER");
        investigator.locator("input[name=reason]").fill("leaves the site");
        submit(investigator);
        assertThat(delegation(investigator)).containsText("ended");
    }

    private void theRoleIsRevoked(Page admin) {
        admin.navigate(base() + "/accounts?q=nina");
        press(admin, "Nina Newcomer");
        press(admin, "Revoke the role of Coordinator");
        admin.locator("select[name=category]").selectOption("OTHER");
        admin.locator("input[name=reason]").fill("left the organisation");
        submit(admin);
        assertThat(admin.locator("main")).containsText("Roles that ended");
    }

    private void aClosedTrialKeepsItsTrailBesideItsData(Page builder, Page monitor, String trial) {
        builder.navigate(base() + trial);
        press(builder, "Close the trial");
        builder.locator("select[name=category]").selectOption("OTHER");
        builder.locator("input[name=reason]").fill("the last participant has made the last visit");
        builder.locator("#confirm").fill("HORIZON-HT");
        submit(builder);
        assertThat(builder.locator(".facts").first()).containsText("closed");

        monitor.navigate(base() + trial + "/participants/701-006/form?event=SE.WK4&form=F.VS");
        monitor.locator("main a[href*='/history?'][href*='I.BP.SYS']").first().click();
        assertThat(monitor.locator("main")).containsText("mmHg");
        assertThat(monitor.locator("main")).containsText("entry");
        monitor.navigate(base() + trial + "/audit?participant=701-006");
        assertThat(monitor.locator("main")).containsText("Systolic blood pressure");
        assertThat(monitor.locator("main")).containsText("Katharina Moser");
    }

    private void aRegistrationIsRefused(Page page, String trial, String key, String words) {
        register(page, trial, key);
        assertThat(page.locator("main")).containsText(words);
    }

    private void register(Page page, String trial, String key) {
        page.navigate(base() + trial + REGISTER);
        page.locator("[name=key]").fill(key);
        page.locator("[name=site]").selectOption("701");
        submit(page);
    }

    private static Locator delegation(Page page) {
        return page.locator("tr[id^=delegation-]", new Page.LocatorOptions().setHasText("Nina Newcomer"));
    }

    private static String option(Page page, String end) {
        return page.locator("#where option[value$='" + end + "']").first().getAttribute("value");
    }

    private String trial(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("HORIZON-HT"))
                .first()
                .getAttribute("href");
    }

    private Page signedIn(Browser browser, String account, String password) {
        Page page = browser.newContext().newPage();
        page.setDefaultTimeout(60_000);
        page.navigate(base() + "/sign-in");
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    /** By keyboard: to the link, then Enter. */
    private static void press(Page page, String link) {
        Locator target = page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first();
        target.focus();
        target.press("Enter");
    }

    /** By keyboard: to the button of the page's form, then Enter. */
    private static void submit(Page page) {
        Locator button =
                page.locator("main form[method=post] button:not([type=button])").last();
        button.focus();
        button.press("Enter");
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
