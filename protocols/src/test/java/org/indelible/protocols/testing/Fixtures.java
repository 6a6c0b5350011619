package org.indelible.protocols.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party files the tests read. Where they are absent, tests that need them report themselves skipped, unless required. */
public final class Fixtures {
    private Fixtures() {}

    public static Path path(String relative) {
        Path path = Path.of(System.getProperty("indelible.fixtures", "../../shared/fixtures"), relative);
        if (!Files.exists(path)) {
            if (Boolean.getBoolean("indelible.fixtures.required")) {
                throw new AssertionError("Fixture " + path.toAbsolutePath() + " is required and absent");
            }
            assumeTrue(false, "fixture " + path.toAbsolutePath() + " is absent");
        }
        return path;
    }
}
