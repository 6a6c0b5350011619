package org.indelible.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A person who has no mouse: goes from one control to the next, and types. */
record Keyboard(Page page) {
    private static final int MOST_STOPS = 400;

    /** What the control in focus is called, as assistive technology would say it. */
    private static final String NAME = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return '';
              const labels = [...(e.labels ?? [])].map((l) => l.textContent).join(' ');
              return (e.getAttribute('aria-label') || labels || e.textContent || '').replace(/\\s+/g, ' ').trim();
            }""";

    /** Tab until the control in focus is called so. */
    Keyboard to(String name) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press("Tab");
            if (page.evaluate(NAME).toString().startsWith(name)) {
                return this;
            }
        }
        throw new AssertionError("Tab does not come to '" + name + "' on " + page.url());
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** In place of what stands in the control. */
    Keyboard type(String text) {
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        return this;
    }

    /** In a list, by the first letters of the choice. */
    Keyboard choose(String words) {
        page.keyboard().type(words);
        assertThat(page.locator("select:focus option:checked")).containsText(words);
        return this;
    }

    /** Enter, and the page that comes of it. */
    Keyboard go(String title) {
        page.keyboard().press("Enter");
        return at(title);
    }

    Keyboard at(String title) {
        assertThat(page.locator("h1, #editor-title")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(title)))
                .hasCount(1);
        return this;
    }

    void sees(String words) {
        assertThat(page.locator("main")).containsText(words);
    }

    void misses(String words) {
        assertThat(page.locator("main")).not().containsText(words);
    }

    void isWhole() {
        assertThat(PageChecks.structure(page)).isEmpty();
        assertThat(PageChecks.overflow(page)).isEmpty();
    }
}
