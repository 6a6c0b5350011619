package org.indelible.anchoring.evidence.verify;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.VerificationReport;

/**
 * What came of verifying a bundle.
 *
 * @param manifest what the bundle is about; empty where it cannot be read
 * @param simulatedClock whether the trial declares that its times are enacted
 * @param demanded checks that the reader's policy or checkpoint demands
 */
public record BundleReport(
        Optional<Manifest> manifest,
        long entries,
        boolean simulatedClock,
        List<Check> demanded,
        List<Finding> findings) {
    public BundleReport {
        demanded = List.copyOf(demanded);
        findings = List.copyOf(findings);
    }

    /** {@link Outcome#FAILED} where anything failed, else {@link Outcome#NOT_CHECKED} where something demanded was not checked. */
    public Outcome outcome() {
        boolean failed = !new VerificationReport(entries, findings).failures().isEmpty();
        boolean open = findings.stream()
                .anyMatch(finding -> finding.outcome() == Outcome.NOT_CHECKED && demanded.contains(finding.check()));
        return failed ? Outcome.FAILED : open ? Outcome.NOT_CHECKED : Outcome.PASSED;
    }
}
