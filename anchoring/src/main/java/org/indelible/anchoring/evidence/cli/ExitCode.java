package org.indelible.anchoring.evidence.cli;

import org.indelible.anchoring.evidence.verify.BundleReport;

/** What the program tells whoever called it. */
final class ExitCode {
    private ExitCode() {}

    static int of(BundleReport report) {
        return switch (report.outcome()) {
            case PASSED -> 0;
            case FAILED -> 1;
            case NOT_CHECKED -> 2;
        };
    }
}
