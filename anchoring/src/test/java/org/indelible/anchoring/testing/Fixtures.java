package org.indelible.anchoring.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Third-party data the tests read, from the directory {@code -Dindelible.fixtures}. Where it is absent the test reports itself
 * skipped, unless {@code -Dindelible.fixtures.required=true}.
 */
public final class Fixtures {
    private Fixtures() {}

    /** The fixture file or directory of this path below the fixture directory. */
    public static Path path(String relative) {
        String root = System.getProperty("indelible.fixtures", "");
        Path path = Path.of(root).resolve(relative);
        if (!root.isEmpty() && Files.exists(path)) {
            return path;
        }
        String absent = "fixture " + relative + " is not below indelible.fixtures=" + root;
        return Boolean.getBoolean("indelible.fixtures.required") ? fail(absent) : abort(absent);
    }
}
