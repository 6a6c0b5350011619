package org.indelible.portal;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What holds on every page, whatever it is about. Each check gives sentences, none where all is well. */
final class PageChecks {
    private static final String STRUCTURE = """
            () => {
              const wrong = [];
              if (!document.title.trim()) wrong.push('no title');
              if (!document.documentElement.lang) wrong.push('no language');
              const heads = document.querySelectorAll('h1').length;
              if (heads !== 1) wrong.push(heads + ' h1');
              const named = (e) => (e.labels && e.labels.length) || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby')
                || (e.tagName === 'BUTTON' && e.textContent.trim());
              for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea, button')) {
                if (!named(e)) wrong.push('no label: ' + e.outerHTML.slice(0, 120));
              }
              const raw = document.body.textContent.match(/.{0,40}(th:\\w+=|[$#@~]\\{).{0,40}/);
              if (raw) wrong.push('a template shows: ' + raw[0]);
              return wrong;
            }""";

    private static final String OVERFLOW = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const boxed = (e) => { for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; return false; };
              return [...document.querySelectorAll('body *')]
                .filter((e) => e.getBoundingClientRect().right > width + 1 && !boxed(e))
                .slice(-2).map((e) => 'wider than the window: ' + e.outerHTML.slice(0, 120))
                .concat('scrolls to ' + document.documentElement.scrollWidth + ' of ' + width);
            }""";

    private static final String FOCUS = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return '';
              const shows = (x) => { const s = getComputedStyle(x); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
              return shows(e) || shows(e.parentElement) ? '' : 'focus does not show: ' + e.outerHTML.slice(0, 120);
            }""";

    private static final String SERIOUS = """
            () => axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations
              .filter((v) => v.impact === 'serious' || v.impact === 'critical')
              .map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')))""";

    private PageChecks() {}

    static List<String> structure(Page page) {
        return sentences(page.evaluate(STRUCTURE));
    }

    static List<String> overflow(Page page) {
        return sentences(page.evaluate(OVERFLOW));
    }

    /** The first stops of the Tab key. */
    static List<String> focus(Page page) {
        List<String> wrong = new ArrayList<>();
        for (int stop = 0; stop < 14; stop++) {
            page.keyboard().press("Tab");
            String told = (String) page.evaluate(FOCUS);
            if (!told.isEmpty() && !wrong.contains(told)) {
                wrong.add(told);
            }
        }
        return wrong;
    }

    /** Serious and critical findings of axe-core. */
    static List<String> accessibility(Page page) {
        page.evaluate(axe());
        return sentences(page.evaluate(SERIOUS));
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(PageChecks.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sentences(Object evaluated) {
        return ((List<?>) evaluated).stream().map(Object::toString).toList();
    }
}
