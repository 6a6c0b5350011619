package org.indelible.anchoring.evidence.cli;

import java.util.List;
import org.indelible.anchoring.evidence.EvidenceScope;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;

/** Findings for people: what failed first, then what was not checked, then what passed. */
final class TextReport {
    private TextReport() {}

    static String of(BundleReport report) {
        StringBuilder text = new StringBuilder();
        report.manifest().ifPresent(manifest -> head(text, manifest, report));
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.PASSED)) {
            report.findings().stream()
                    .filter(finding -> finding.outcome() == outcome)
                    .forEach(finding -> line(text, finding));
        }
        text.append('\n').append(result(report)).append('\n');
        return text.toString();
    }

    private static void head(StringBuilder text, Manifest manifest, BundleReport report) {
        text.append("Evidence of trial ").append(manifest.ledger()).append('\n');
        text.append("  scope      ").append(scope(manifest.scope())).append('\n');
        text.append("  as of      the first ")
                .append(manifest.treeSize())
                .append(" entries; ")
                .append(report.entries())
                .append(" are in the bundle\n");
        text.append("  profile    ").append(manifest.profile().code());
        if (!manifest.withheld().isEmpty()) {
            text.append(", withheld: ")
                    .append(String.join(
                            ", ",
                            manifest.withheld().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .toList()));
        }
        text.append("\n  made       ")
                .append(manifest.made())
                .append(" by ")
                .append(manifest.identity().installation())
                .append('\n');
        if (report.simulatedClock()) {
            text.append("  NOTE       this is a demonstration: the trial declares that its times are enacted\n");
        }
        text.append('\n');
    }

    private static String scope(EvidenceScope scope) {
        return switch (scope) {
            case EvidenceScope.Trial trial -> "the whole trial";
            case EvidenceScope.Site site -> "site " + site.key();
            case EvidenceScope.Participant participant -> "participant " + participant.key();
            case EvidenceScope.Form form -> "form " + form.oid() + " of participant " + form.key();
        };
    }

    private static void line(StringBuilder text, Finding finding) {
        String word = switch (finding.outcome()) {
            case PASSED -> "Passed      ";
            case FAILED -> "FAILED      ";
            case NOT_CHECKED -> "Not checked ";
        };
        String where = finding.outcome() == Outcome.PASSED ? "" : finding.subject() + ": ";
        text.append(word)
                .append(Titles.of(finding.check()))
                .append('\n')
                .append("            ")
                .append(where)
                .append(finding.message().strip().replace('\n', ' '));
        finding.stream()
                .filter(stream -> !stream.isEmpty())
                .ifPresent(stream -> text.append(" [").append(stream).append(']'));
        text.append('\n');
    }

    private static String result(BundleReport report) {
        long failed = count(report, Outcome.FAILED);
        long open = count(report, Outcome.NOT_CHECKED);
        return switch (report.outcome()) {
            case FAILED ->
                "Result: FAILED. " + failed + (failed == 1 ? " finding says" : " findings say")
                        + " that these are not the records as they were sealed and signed.";
            case NOT_CHECKED ->
                "Result: NOT CHECKED. Nothing failed, but something that you demand could not be checked.";
            case PASSED ->
                "Result: PASSED. "
                        + (open == 0
                                ? "Everything was checked."
                                : "Not checked, and so no part of this: " + open + ", see above.");
        };
    }

    private static long count(BundleReport report, Outcome outcome) {
        return report.findings().stream()
                .filter(finding -> finding.outcome() == outcome)
                .count();
    }
}
