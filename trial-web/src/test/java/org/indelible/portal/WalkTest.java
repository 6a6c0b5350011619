package org.indelible.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.security.RouteRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page, as one of each role that the demo has an account for, in a narrow and a wide window, light and dark. */
@DemoPortalTest
class WalkTest {
    private static final List<String> ACCOUNTS = List.of(
            "investigator",
            "coordinator",
            "pharmacist",
            "monitor",
            "datamanager",
            "builder",
            "statistician",
            "inspector",
            "participant",
            "admin");

    /** Besides what links lead to. */
    private static final List<String> ALSO = List.of(
            "/search",
            Visitor.TRIAL + "/search?q=701-00",
            Visitor.TRIAL + "/search?q=blood",
            Visitor.TRIAL + "/search?q=nothing-like-it",
            Visitor.TRIAL + "/participants?q=nothing-like-it",
            Visitor.TRIAL + "/sites?sites.q=nothing-like-it",
            Visitor.TRIAL + "/participants?asOf=400");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    private final Set<String> examined = new HashSet<>();
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
    @Requirement("R21")
    void everyPageIsWholeForEveryRole() {
        Set<String> visited = new TreeSet<>();
        for (String account : ACCOUNTS) {
            try (Visitor visitor = Visitor.signedIn(chromium, port, account)) {
                visited.addAll(walk(visitor, account));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(visited)
                .contains(
                        "/",
                        "/trials",
                        "/trials/{trial}",
                        "/trials/{trial}/work",
                        "/trials/{trial}/search",
                        "/trials/{trial}/sites/{site}",
                        "/trials/{trial}/participants",
                        "/trials/{trial}/participants/new",
                        "/trials/{trial}/participants/{participant}",
                        "/trials/{trial}/participants/{participant}/form",
                        "/trials/{trial}/participants/{participant}/history",
                        "/trials/{trial}/participants/{participant}/sign",
                        "/trials/{trial}/ledger",
                        "/trials/{trial}/ledger/entries/{number}",
                        "/platform/ledger");
    }

    @Test
    void pagesBeforeSignInAndAboutRefusalsAreWholeToo() {
        try (Visitor visitor = Visitor.anonymous(chromium, port)) {
            examine(visitor, "/sign-in", "nobody", 200);
            examine(visitor, "/sign-in?refused", "nobody", 200);
        }
        try (Visitor visitor = Visitor.signedIn(chromium, port, "admin")) {
            examine(visitor, Visitor.TRIAL + "/participants", "admin", 403);
            examine(visitor, "/no-such-page", "admin", 404);
        }
        try (Visitor visitor = Visitor.signedIn(chromium, port, "monitor")) {
            examine(visitor, "/trials/de300000-0000-4000-8000-000000000999", "monitor", 404);
            examine(visitor, Visitor.TRIAL + "/participants/none", "monitor", 404);
            examine(visitor, Visitor.TRIAL + "/participants?asOf=yesterday", "monitor", 400);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anEndedSessionIsToldAndLeadsBackToThePage() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "monitor")) {
            Page page = visitor.page();
            visitor.loseSession();
            visitor.open(Visitor.TRIAL + "/sites");
            assertThat(page.locator("main").textContent()).contains("Your session has ended");
            page.locator("#username").fill("monitor");
            page.locator("#password").fill(DemoPortalTest.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/sites**");
        }
    }

    /** One page of each route, as its links are met; patterns of the routes seen. */
    private Set<String> walk(Visitor visitor, String account) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Map<String, String> met = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            String pattern = pattern(path).orElseThrow(() -> new AssertionError("a link without a rule: " + path));
            // A trial with nothing in it yet is there too: its pages are others.
            String kind = path.startsWith("/trials/") && !path.startsWith(Visitor.TRIAL) ? pattern + " empty" : pattern;
            if (met.putIfAbsent(kind, path) == null) {
                examine(visitor, path, account, 200);
                waiting.addAll(links(visitor.page()));
            }
        }
        if (met.containsKey("/trials/{trial}")) {
            ALSO.forEach(path -> examine(visitor, path, account, account.equals("participant") ? -1 : 200));
        }
        return met.keySet();
    }

    private static List<String> links(Page page) {
        Object hrefs = page.evaluate("""
                () => [...document.querySelectorAll('a[href]:not([download])')]
                  .filter((a) => a.origin === location.origin && !a.pathname.endsWith('.jwt') && !a.search.includes('export='))
                  .map((a) => a.pathname + a.search)""");
        return ((List<?>) hrefs).stream().map(Object::toString).toList();
    }

    private static Optional<String> pattern(String path) {
        PathContainer requested = PathContainer.parsePath(path.replaceAll("\\?.*", ""));
        return RouteRules.ALL.stream()
                .filter(rule -> rule.method().map(HttpMethod.GET::equals).orElse(true))
                .map(RouteRules.Rule::pattern)
                .filter(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(requested))
                .findFirst();
    }

    /** @param expected -1 where either the page or its absence is right */
    private void examine(Visitor visitor, String path, String account, int expected) {
        Page page = visitor.page();
        visitor.in(ColorScheme.LIGHT);
        page.setViewportSize(1280, 900);
        int status = visitor.open(path);
        List<String> found = new ArrayList<>();
        if (expected >= 0 && status != expected) {
            found.add("status " + status);
        }
        found.addAll(PageChecks.structure(page));
        found.addAll(PageChecks.overflow(page));
        screenshot(page, account, path, "wide");
        List<String> told = new ArrayList<>(visitor.complaints());
        boolean first = examined.add(pattern(path).orElse("") + (ALSO.contains(path) ? path : "") + status);
        if (first) {
            found.addAll(PageChecks.accessibility(page));
            visitor.in(ColorScheme.DARK);
            page.reload();
            PageChecks.accessibility(page).forEach(sentence -> found.add("dark: " + sentence));
            screenshot(page, account, path, "dark");
            found.addAll(PageChecks.focus(page));
            visitor.in(ColorScheme.LIGHT);
            // The checker itself measures with styles that the pages' policy forbids.
            visitor.complaints();
        }
        page.setViewportSize(360, 780);
        if (first) {
            page.reload();
        }
        found.addAll(PageChecks.overflow(page));
        screenshot(page, account, path, "narrow");
        told.addAll(visitor.complaints());
        told.stream()
                .filter(complaint -> status == 200 || !complaint.contains("status of " + status))
                .forEach(complaint -> found.add("console: " + complaint));
        found.forEach(sentence -> wrong.add(account + " " + path + ": " + sentence));
    }

    /** For the eye: where {@code -Dindelible.screenshots=<directory>} asks for them. */
    private static void screenshot(Page page, String account, String path, String look) {
        String directory = System.getProperty("indelible.screenshots", "");
        if (!directory.isEmpty()) {
            String name = path.replace(Visitor.TRIAL, "trial").replaceAll("[^A-Za-z0-9]+", "-");
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(directory, account + name + "-" + look + ".png")));
        }
    }
}
