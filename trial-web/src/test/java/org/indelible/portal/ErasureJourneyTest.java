package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Two people take a stray identifier out of a text, in a real browser; an identity waits for the end of retention. */
@DemoPortalTest
@DirtiesContext
@Requirement({"R06", "R65", "R68", "R69"})
class ErasureJourneyTest {
    private static final String TRIAL = Visitor.TRIAL;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    /** An entry of a participant of site 701 with words that somebody typed. */
    private long entryWithText() {
        return jdbc.sql("""
            select d.leaf_index from ledger.erasable_disclosure d
            join read.entry e on e.ledger = d.ledger and e.leaf_index = d.leaf_index
            where d.class = 'F' and e.site = '701' and e.participant not in ('701-003', '701-006', '701-007')
            order by d.leaf_index desc limit 1
            """).query(Long.class).single();
    }

    private String participantOf(long entry) {
        return jdbc.sql("select participant from read.entry where ledger = ? and leaf_index = ?")
                .params(TRIAL.substring("/trials/".length()), entry)
                .query(String.class)
                .single();
    }

    @Test
    void a_text_is_asked_for_by_one_and_erased_by_another() {
        long entry = entryWithText();
        try (Chromium chromium = Chromium.start();
                Visitor coordinator = Visitor.signedIn(chromium, port, "coordinator");
                Visitor investigator = Visitor.signedIn(chromium, port, "investigator")) {
            coordinator.open(TRIAL + "/erasures");
            assertThat(coordinator.page().locator("main")).containsText("Nothing was ever erased");
            sound(coordinator, "empty");

            coordinator.open(TRIAL + "/ledger/entries/" + entry);
            coordinator.page().locator("main a[href*='/erasures/new']").click();
            Locator text = coordinator.page().locator("#text-1");
            text.check();
            coordinator.page().locator("main button.btn-primary").click();
            assertThat(coordinator.page().locator("main")).containsText("A reason is needed");
            assertThat(coordinator.page().locator("#text-1")).isChecked();
            sound(coordinator, "error");
            coordinator.page().locator("main input[name=reason]").fill("A name was typed into it");
            coordinator.page().locator("main button.btn-primary").click();
            assertThat(coordinator.page().locator("main")).containsText("waits for a second person");
            assertThat(coordinator.page().locator("main button.btn-danger")).hasCount(0);
            sound(coordinator, "waits");
            String request = coordinator.path();

            investigator.open(request);
            investigator.page().locator("#confirm").fill("something else");
            investigator.page().locator("main button.btn-danger").click();
            assertThat(investigator.page().locator("main")).containsText("What you typed differs");
            sound(investigator, "approve");
            investigator.page().locator("#confirm").fill(participantOf(entry));
            investigator.page().locator("main button.btn-danger").click();
            assertThat(investigator.page().locator("main .status-erased").first())
                    .containsText("erased");
            sound(investigator, "erased");
            investigator.open(TRIAL + "/ledger/entries/" + entry);
            assertThat(investigator.page().locator("main")).containsText("erased");
            investigator.open(TRIAL + "/erasures");
            assertThat(investigator.page().locator("main tbody tr")).hasCount(1);
            sound(investigator, "list");
        }
    }

    @Test
    void an_identity_waits_for_the_end_of_retention() {
        try (Chromium chromium = Chromium.start();
                Visitor investigator = Visitor.signedIn(chromium, port, "investigator");
                Visitor manager = Visitor.signedIn(chromium, port, "datamanager")) {
            ask(investigator);
            assertThat(investigator.page().locator("main .error-summary")).containsText("It is not on record");
            sound(investigator, "identity");

            manager.open(TRIAL + "/acts/retention");
            manager.page().locator("#until").fill("2051-12-31");
            manager.page().locator("main input[name=reason]").fill("25 years after the end of the trial");
            sound(manager, "retention");
            manager.page().locator("main form button.btn").first().click();
            manager.page().waitForURL(url -> !url.contains("/acts/"));

            ask(investigator);
            assertThat(investigator.page().locator("main .error-summary")).containsText("kept until 2051-12-31");
        }
    }

    private static void ask(Visitor investigator) {
        investigator.open(TRIAL + "/erasures/new?participant=701-006");
        investigator.page().locator("main input[name=reason]").fill("Asked for by the participant");
        investigator.page().locator("#confirm").fill("701-006");
        investigator.page().locator("main button.btn-danger").click();
    }

    /** Whatever is on it, at both widths and in both schemes. */
    private static void sound(Visitor visitor, String name) {
        Page page = visitor.page();
        assertThat(PageChecks.structure(page)).as(name).isEmpty();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            visitor.in(scheme);
            assertThat(PageChecks.accessibility(page)).as(name + " " + scheme).isEmpty();
            keep(page, name + "-" + scheme);
        }
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
                    .setPath(Path.of(directory, "erasures-" + name + ".png"))
                    .setFullPage(true));
        }
    }
}
