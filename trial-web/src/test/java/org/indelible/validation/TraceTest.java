package org.indelible.validation;

import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.validation.TestResult.Outcome;
import org.indelible.validation.Trace.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Requirement("R58")
class TraceTest {
    private static final String REPORT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="a.B" tests="6" errors="1" skipped="1" failures="1">
          <properties><property name="testcase" value="of nothing"/></properties>
          <testcase name="passes" classname="a.B" time="0.1"><system-out>failure</system-out></testcase>
          <testcase name="rejects(String)[1]" classname="a.B"/>
          <testcase name="rejects(String)[2]" classname="a.B"><failure message="no">at</failure></testcase>
          <testcase name="skips" classname="a.B"><skipped message="no fixtures"/></testcase>
          <testcase name="breaks" classname="a.B$Inner"><error type="java.lang.Error">at</error></testcase>
          <testcase name="" classname="a.Unready"><error type="java.lang.Error">no database</error></testcase>
        </testsuite>
        """;

    @TempDir
    Path directory;

    @Test
    void aReportIsReadAsItStands() throws IOException {
        Files.writeString(directory.resolve("TEST-a.B.xml"), REPORT);
        Files.writeString(directory.resolve("a.B.txt"), "not a report");

        assertThat(SurefireReports.in(directory))
                .containsExactly(
                        new TestResult("a.B", "passes", Outcome.PASSED),
                        new TestResult("a.B", "rejects", Outcome.PASSED),
                        new TestResult("a.B", "rejects", Outcome.FAILED),
                        new TestResult("a.B", "skips", Outcome.SKIPPED),
                        new TestResult("a.B$Inner", "breaks", Outcome.FAILED),
                        new TestResult("a.Unready", "", Outcome.FAILED));
        assertThat(SurefireReports.in(directory.resolve("never-ran"))).isEmpty();
    }

    @Test
    void aReportThatIsCutOffIsNotPassedOver() throws IOException {
        Files.writeString(directory.resolve("TEST-a.B.xml"), REPORT.substring(0, REPORT.length() / 2));

        assertThatThrownBy(() -> SurefireReports.in(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("TEST-a.B.xml");
    }

    @Test
    void annotationsOfClassesAndMethodsAreFoundWithoutLoadingThem() throws IOException {
        assertThat(NamedTests.in("trial-web", Path.of("target/test-classes")))
                .contains(new NamedTest("trial-web", TraceTest.class.getName(), Optional.empty(), Set.of("R58")))
                .extracting(NamedTest::type)
                .allMatch(type -> type.contains("Test"));
        assertThat(NamedTests.of("m", Path.of("target/test-classes/org/indelible/validation/NamedTwice.class")))
                .containsExactly(new NamedTest(
                        "m", NamedTwice.class.getName(), Optional.of("names"), Set.of("R01", "R02", "R03")));
    }

    @Test
    void theWorstResultCounts() throws IOException {
        Files.writeString(directory.resolve("TEST-a.B.xml"), REPORT);
        List<NamedTest> tests = List.of(
                test("a.B", "passes", "R01", "R03"),
                test("a.B", "rejects", "R02"),
                test("a.B", "skips", "R03"),
                new NamedTest("m", "a.B", Optional.empty(), Set.of("R04")),
                test("a.B", "neverRan", "R05"),
                test("a.Unready", "setUp", "R06"),
                test("a.B", "passes", "R99"));

        Trace trace = Trace.of(ids(7), tests, SurefireReports.in(directory));

        assertThat(trace.rows())
                .extracting(Trace.Row::verdict)
                .containsExactly(
                        Verdict.PASSED,
                        Verdict.FAILED,
                        Verdict.NOT_RUN,
                        Verdict.FAILED,
                        Verdict.NOT_RUN,
                        Verdict.FAILED,
                        Verdict.MISSING);
        assertThat(trace.unknown()).containsExactly("R99");
        assertThat(trace.rows().get(3).tests())
                .extracting(Trace.TracedTest::runs)
                .containsExactly(5);
    }

    @Test
    void pageCsvAndJsonSayTheSame() throws IOException {
        Trace trace = Trace.of(
                ids(2),
                List.of(test("a.B", "passes", "R01")),
                List.of(new TestResult("a.B", "passes", Outcome.PASSED)));

        TraceFiles.write(directory, trace, Map.of("Java", "21 <hotspot>"));

        assertThat(directory.resolve("trace.html"))
                .content()
                .contains("a.B#passes", "1 passed", "1 missing", "21 &lt;hotspot&gt;");
        assertThat(Files.readAllLines(directory.resolve("trace.csv")))
                .containsExactly(
                        "requirement,title,verdict,module,test,result,runs",
                        "R01,title of R01,passed,m,a.B#passes,passed,1",
                        "R02,title of R02,missing,,,,");
        JsonNode json = new JsonMapper().readTree(Files.readString(directory.resolve("trace.json")));
        assertThat(json.at("/requirements/1/verdict").asString()).isEqualTo("missing");
        assertThat(json.at("/requirements/0/tests/0/test").asString()).isEqualTo("a.B#passes");
    }

    /** What a test names without a title would be shown to nobody. */
    @Test
    void everyRequirementThatATestNamesHasATitle() throws IOException {
        Set<String> named = NamedTests.in("trial-web", Path.of("target/test-classes")).stream()
                .flatMap(test -> test.requirements().stream())
                .collect(Collectors.toSet());

        assertThat(RequirementIndex.ours().keySet()).hasSize(70).containsAll(named);
    }

    @Test
    void anIdOfSomebodysListIsListedThoughWeHaveNoTitleForIt() throws IOException {
        Path list = Files.writeString(directory.resolve("theirs.md"), """
            | ID | Clause | must | test |
            |---|---|---|---|
            | R01 | P11 | Record | Look |
            | R71 | new | Do more | Look |
            """);

        assertThat(RequirementIndex.of(list))
                .containsOnlyKeys("R01", "R71")
                .containsEntry("R71", "(only in theirs.md)");
        Path empty = Files.writeString(directory.resolve("empty.md"), "Nothing here.");
        assertThatThrownBy(() -> RequirementIndex.of(empty)).hasMessageContaining("has no table");
    }

    private static NamedTest test(String type, String method, String... ids) {
        return new NamedTest("m", type, Optional.of(method), Set.of(ids));
    }

    private static TreeMap<String, String> ids(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("R%02d"::formatted)
                .collect(Collectors.toMap(identity(), id -> "title of " + id, (a, b) -> a, TreeMap::new));
    }
}
