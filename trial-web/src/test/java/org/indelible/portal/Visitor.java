package org.indelible.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.indelible.DemoPortalTest;

/** A person in front of the demo portal, in a browser session of their own that notes what the console complains about. */
final class Visitor implements AutoCloseable {
    /** The demo trial. */
    static final String TRIAL = "/trials/de300000-0000-4000-8000-000000000301";

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Browser browser, String base) {
        this.base = base;
        this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        this.context.setDefaultTimeout(Chromium.PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Not signed in. */
    static Visitor anonymous(Chromium chromium, int port) {
        return new Visitor(chromium.browser(), "http://localhost:" + port);
    }

    static Visitor signedIn(Chromium chromium, int port, String account) {
        Visitor visitor = anonymous(chromium, port);
        visitor.page.navigate(visitor.base + "/sign-in");
        visitor.page.locator("#username").fill(account);
        visitor.page.locator("#password").fill(DemoPortalTest.PASSWORD);
        visitor.page.keyboard().press("Enter");
        visitor.page.waitForURL(url -> !url.contains("/sign-in"));
        return visitor;
    }

    /** Everything from here on is recorded, to be looked at with Playwright's trace viewer. */
    void record() {
        context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
    }

    void keepRecord(Path file) {
        context.tracing().stop(new Tracing.StopOptions().setPath(file));
    }

    Page page() {
        return page;
    }

    /** @return the status of the answer */
    int open(String path) {
        return page.navigate(base + path).status();
    }

    String path() {
        return page.url().substring(base.length());
    }

    void in(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** What the console complained about since this was last asked. */
    List<String> complaints() {
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        return told;
    }

    /** As after too long a pause: the browser names a session that is no more. */
    void loseSession() {
        context.addCookies(List.of(new Cookie("INDELIBLE", "0123456789ABCDEF0123456789ABCDEF").setUrl(base)));
    }

    @Override
    public void close() {
        context.close();
    }
}
