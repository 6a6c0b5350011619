package org.indelible.evidence;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.evidence.BundleFile;

/** The verifier for the browser, opened from a file, with the network off. */
final class HtmlVerifier implements AutoCloseable {
    private static final String RESOURCE = "indelible-verify.html";

    private final BrowserContext context;
    private final Path page;
    private final List<String> requests = new ArrayList<>();

    /**
     * @param result {@code passed}, {@code failed}, {@code not-checked}
     * @param failed the checks that failed
     */
    record Verdict(String result, Set<String> failed, String text) {}

    HtmlVerifier(Browser browser, Path directory) throws IOException {
        this.context = browser.newContext(new Browser.NewContextOptions().setOffline(true));
        this.page = directory.resolve(RESOURCE);
        try (InputStream html = Objects.requireNonNull(BundleFile.class.getResourceAsStream(RESOURCE))) {
            Files.copy(html, page, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Verdict verify(Path bundle, Optional<Path> checkpoint, Optional<Path> policy) {
        try (Page browsed = context.newPage()) {
            browsed.onRequest(request -> requests.add(request.url()));
            browsed.navigate(page.toUri().toString());
            checkpoint.ifPresent(file -> browsed.setInputFiles("#checkpoint", file));
            policy.ifPresent(file -> browsed.setInputFiles("#policy", file));
            browsed.setInputFiles("#bundle", bundle);
            // The page lets nobody evaluate anything in it, so what it says is read off its elements.
            browsed.waitForSelector(
                    "body:is([data-done=passed], [data-done=failed], [data-done=not-checked], [data-done=error])");
            String result = browsed.locator("body").getAttribute("data-done");
            Set<String> failed = new HashSet<>();
            browsed.locator("li.failed").all().forEach(item -> failed.add(item.getAttribute("data-check")));
            return new Verdict(result, failed, browsed.locator("body").innerText());
        }
    }

    /** Whatever it asked for besides itself. */
    List<String> requests() {
        return requests.stream().filter(url -> !url.startsWith("file:")).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
