package org.indelible.validation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.indelible.validation.Trace.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code target/validation} at the root: trace, environment, and the SBOM of what is delivered. Not among the tests:
 * {@code mvn -Pvalidation verify} runs it after them. The package is written whatever they gave, and the build fails where one failed.
 */
class ValidationPackage {
    private static final List<String> MODULES = List.of("anchoring", "protocols", "trial-domain", "trial-web");

    @Test
    void fromRequirementToResult() throws IOException {
        Path root = Path.of(requireNonNull(System.getProperty("indelible.validation.root")));
        Path to = root.resolve("target/validation");
        List<NamedTest> tests = new ArrayList<>();
        List<TestResult> results = new ArrayList<>();
        for (String module : MODULES) {
            Path target = root.resolve(module).resolve("target");
            tests.addAll(NamedTests.in(module, target.resolve("test-classes")));
            results.addAll(SurefireReports.in(target.resolve("surefire-reports")));
        }
        Trace trace = Trace.of(requirements(), tests, results);
        TraceFiles.write(to, trace, Environment.of(root, Instant.now()));
        for (String bom : List.of("bom.json", "bom.xml")) {
            Path from = root.resolve("trial-web/target").resolve(bom);
            assertThat(from).as("the SBOM, which packaging makes").exists();
            Files.copy(from, to.resolve(bom), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(results).as("reports of tests").isNotEmpty();
        assertThat(results)
                .filteredOn(result -> result.outcome() == TestResult.Outcome.FAILED)
                .isEmpty();
        assertThat(trace.count(Verdict.FAILED)).isZero();
        assertThat(trace.unknown()).isEmpty();
    }

    /** Those of the list that {@code -Dindelible.requirements} names, or ours. */
    private static SortedMap<String, String> requirements() throws IOException {
        String list = System.getProperty("indelible.requirements", "");
        return list.isEmpty() ? RequirementIndex.ours() : RequirementIndex.of(Path.of(list));
    }
}
