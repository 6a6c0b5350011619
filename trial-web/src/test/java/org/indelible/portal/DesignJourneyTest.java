package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A study of three forms is built on screen, one of its checks is tried, it is published and amended, all of it without a mouse. */
@DemoPortalTest
class DesignJourneyTest {
    private static final String SYSTOLIC = "Systolic blood pressure";
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    @Requirement({"R46", "R59"})
    void aStudyIsBuiltTriedPublishedAndAmendedByTheKeyboardAlone() {
        try (Visitor builder = Visitor.signedIn(chromium, port, "builder")) {
            builder.record();
            try {
                Keyboard keys = new Keyboard(builder.page());
                aTrialIsRegistered(builder, keys);
                String trial = builder.path().replaceAll("/designs.*", "");
                aDraftIsBegun(keys, "First draft");
                threeFormsAreBuilt(keys);
                aCheckIsTried(builder, keys);
                aMistakeIsUndone(keys);
                itIsPublished(keys);
                theTrialIsOpened(builder, keys, trial);
                itIsAmended(builder, keys, trial);
            } finally {
                builder.keepRecord(Path.of("target", "design-journey.zip"));
            }
            assertThat(wrong).isEmpty();
            assertThat(builder.complaints()).isEmpty();
        }
    }

    private static void aTrialIsRegistered(Visitor builder, Keyboard keys) {
        builder.open("/trials");
        keys.to("Register a trial").go("Register a trial");
        keys.to("Kind").choose("test");
        keys.to("Or its name").type("Keyboard study").go("Study design");
        keys.sees("No draft is being worked on");
    }

    private static void aDraftIsBegun(Keyboard keys, String name) {
        keys.to("Name of the draft").type(name).go(name);
    }

    private static void threeFormsAreBuilt(Keyboard keys) {
        keys.to("New visit").go("New visit");
        keys.to("Name").type("Screening").go("Visit");
        form(keys, "Demography", "Person");
        item(keys, "Sex", "text");
        keys.to("Or from new codes").type("F = Female\nM = Male");
        keys.press("Control+s").at("New item");
        item(keys, "Day of birth", "date, perhaps").press("Control+s").at("New item");
        form(keys, "Vital signs", "Blood pressure");
        for (String question : List.of(SYSTOLIC, "Diastolic blood pressure")) {
            item(keys, question, "whole number");
            keys.to("Units").type("mmHg").press("Control+s").at("New item");
            keys.sees("Item " + question + " added");
        }
        form(keys, "Medication", "Taken");
        item(keys, "Name of the medicine", "text").press("Control+s").at("New item");
    }

    private static void form(Keyboard keys, String name, String group) {
        keys.to("New form").go("New form");
        keys.to("Name").type(name);
        keys.to("Screening").press("Space");
        keys.press("Control+s").at("New item group");
        keys.to("Name").type(group).go("New item");
    }

    private static Keyboard item(Keyboard keys, String question, String type) {
        keys.to("Question").type(question);
        return keys.to("Kind of answer").choose(type);
    }

    private void aCheckIsTried(Visitor builder, Keyboard keys) {
        keys.to("Vital signs").go("Form");
        keys.to(SYSTOLIC).go("Item");
        keys.to("New check").go("New check");
        keys.to("Expression that must hold").type("SYSTOLIC_BLOOD_PRESSURE > DIASTOLIC_BLOOD_PRESSURE");
        keys.to("Message where it fires").type("Is it the other way round?");
        keys.press("Control+s").at("Check");
        examine(builder, "check");
        keys.to("Try it on values").go("Try it on values");
        keys.type("70").press("Tab").press("Tab").type("80").press("Enter");
        keys.sees("With these values the check fires.");
        keys.sees("Is it the other way round?");
        keys.to(SYSTOLIC).type("120").press("Enter");
        keys.sees("With these values the check does not fire.");
        keys.to("Diastolic").type("low").press("Enter");
        keys.sees("With these values the check cannot be read.");
        keys.sees("DIASTOLIC_BLOOD_PRESSURE");
        examine(builder, "test");
        keys.to("Back to the check").go("Check");
    }

    private static void aMistakeIsUndone(Keyboard keys) {
        keys.to("Medication").go("Form");
        keys.to("Taken").go("Item group");
        keys.to("New item").go("New item");
        keys.to("Question").type("A mistake").press("Control+s");
        keys.sees("Item A mistake added");
        keys.to("Undo").go("Study and version");
        keys.to("Medication").go("Form");
        keys.misses("A mistake");
    }

    private void itIsPublished(Keyboard keys) {
        keys.to("Publish").go("Publish the study build");
        keys.to("Publish").go("Version 1");
        keys.sees("Vital signs");
        keys.sees("SYSTOLIC_BLOOD_PRESSURE > DIASTOLIC_BLOOD_PRESSURE");
    }

    private static void theTrialIsOpened(Visitor builder, Keyboard keys, String trial) {
        builder.open(trial);
        keys.to("Open the trial").go("Open the trial");
        keys.to("Open the trial").go("Keyboard study");
    }

    private void itIsAmended(Visitor builder, Keyboard keys, String trial) {
        builder.open(trial + "/designs");
        aDraftIsBegun(keys, "Second draft");
        keys.to("Name of this version").type("Version 2");
        keys.to("Identifier of this version").type("MDV.2").press("Control+s");
        keys.sees("Version called Version 2");
        keys.to("Vital signs").go("Form");
        keys.to(SYSTOLIC).go("Item");
        Page page = builder.page();
        keys.to("Question").type("Systolic blood pressure, seated");
        // The form as the site will see it follows before anything is saved.
        assertThat(page.locator("#preview-fields")).containsText("Systolic blood pressure, seated");
        keys.press("Control+s").at("Item");
        examine(builder, "item");
        keys.to("Publish").go("Submit the draft as an amendment");
        keys.sees("Systolic blood pressure, seated");
        keys.to("Submit an amendment").go("Amendment to protocol version 2");
        keys.to("Type 2 to confirm").type("2");
        if (page.locator("#username").count() > 0) {
            keys.to("User name").type("builder");
        }
        keys.to("Password").type(DemoPortalTest.PASSWORD).press("Enter");
        keys.sees("approved");
        builder.open(trial + "/designs");
        keys.sees("Second draft");
        examine(builder, "list");
    }

    /** Looked at as the page stands, wide and narrow, and by the accessibility checker. */
    private void examine(Visitor builder, String name) {
        Page page = builder.page();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "design-" + name + ".png"))
                .setFullPage(true));
        wrong.addAll(PageChecks.structure(page));
        wrong.addAll(PageChecks.overflow(page));
        wrong.addAll(PageChecks.accessibility(page));
        builder.complaints();
        page.setViewportSize(360, 780);
        wrong.addAll(PageChecks.overflow(page));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "design-" + name + "-narrow.png"))
                .setFullPage(true));
        page.setViewportSize(1280, 900);
    }
}
