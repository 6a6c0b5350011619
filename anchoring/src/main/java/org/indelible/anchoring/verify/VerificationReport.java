package org.indelible.anchoring.verify;

import java.util.List;

/**
 * All findings of one verification.
 *
 * @param entries number of entries read
 */
public record VerificationReport(long entries, List<Finding> findings) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /** Everything that failed. */
    public List<Finding> failures() {
        return with(Outcome.FAILED);
    }

    public List<Finding> with(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }

    /** {@link Outcome#FAILED} where anything failed, else {@link Outcome#NOT_CHECKED} where anything was not checked. */
    public Outcome outcome() {
        return !failures().isEmpty()
                ? Outcome.FAILED
                : with(Outcome.NOT_CHECKED).isEmpty() ? Outcome.PASSED : Outcome.NOT_CHECKED;
    }
}
