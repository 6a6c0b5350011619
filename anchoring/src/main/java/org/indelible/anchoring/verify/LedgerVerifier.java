package org.indelible.anchoring.verify;

/** Verifies whole ledgers from their rows. Collects every finding; stops at none. */
public interface LedgerVerifier {
    VerificationReport verify(String ledger, ProgressListener progress);

    /** Every ledger, and what spans them. */
    VerificationReport verifyAll(ProgressListener progress);
}
