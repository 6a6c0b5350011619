package org.indelible.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.portal.TrialPage;

/**
 * A report that is being made: of what, as of when, for whom, at which checkpoint.
 *
 * @param participant whose; absent where it is of the trial
 * @param at when it was asked for
 */
record ReportRequest(
        ReportKind kind,
        TrialPage page,
        Optional<String> participant,
        SignedCheckpoint checkpoint,
        Instant at,
        Locale locale) {
    ReportRequest of(String one) {
        return new ReportRequest(ReportKind.CASEBOOK, page, Optional.of(one), checkpoint, at, locale);
    }
}
