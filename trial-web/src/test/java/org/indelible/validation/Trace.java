package org.indelible.validation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.indelible.validation.TestResult.Outcome;

/**
 * From each requirement to its tests and their results.
 *
 * @param unknown ids that tests name and the index does not have
 */
record Trace(List<Row> rows, Set<String> unknown) {

    /** Worst first. */
    enum Verdict {
        /** A test that names the requirement failed. */
        FAILED,
        /** No test names the requirement. */
        MISSING,
        /** A test that names the requirement was skipped, or is in no report. */
        NOT_RUN,
        PASSED
    }

    record Row(String id, String title, Verdict verdict, List<TracedTest> tests) {}

    /** @param runs how often it was run, as with several parameters */
    record TracedTest(NamedTest test, Verdict verdict, int runs) {}

    static Trace of(SortedMap<String, String> requirements, List<NamedTest> tests, List<TestResult> results) {
        Map<String, List<TestResult>> byClass = results.stream().collect(Collectors.groupingBy(Trace::outermost));
        List<TracedTest> traced = tests.stream()
                .map(test -> traced(test, byClass.getOrDefault(outermost(test.type()), List.of())))
                .toList();
        List<Row> rows = requirements.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), traced))
                .toList();
        Set<String> unknown = tests.stream()
                .flatMap(test -> test.requirements().stream())
                .filter(id -> !requirements.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Trace(rows, unknown);
    }

    long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    private static Row row(String id, String title, List<TracedTest> traced) {
        List<TracedTest> own = traced.stream()
                .filter(test -> test.test().requirements().contains(id))
                .toList();
        return new Row(
                id,
                title,
                own.stream().map(TracedTest::verdict).min(Verdict::compareTo).orElse(Verdict.MISSING),
                own);
    }

    private static TracedTest traced(NamedTest test, List<TestResult> candidates) {
        List<TestResult> own = candidates.stream()
                .filter(result -> test.includes(result) || ofWholeClass(result, test))
                .toList();
        return new TracedTest(test, verdict(own), own.size());
    }

    /** A class that could not be set up fails every test in it. */
    private static boolean ofWholeClass(TestResult result, NamedTest test) {
        boolean nameless = result.method().isEmpty() || test.type().endsWith(result.method());
        return nameless && result.outcome() == Outcome.FAILED && result.type().equals(test.type());
    }

    private static Verdict verdict(List<TestResult> own) {
        if (own.stream().anyMatch(result -> result.outcome() == Outcome.FAILED)) {
            return Verdict.FAILED;
        }
        boolean all = !own.isEmpty() && own.stream().allMatch(result -> result.outcome() == Outcome.PASSED);
        return all ? Verdict.PASSED : Verdict.NOT_RUN;
    }

    private static String outermost(TestResult result) {
        return outermost(result.type());
    }

    private static String outermost(String type) {
        int nested = type.indexOf('$');
        return nested < 0 ? type : type.substring(0, nested);
    }
}
