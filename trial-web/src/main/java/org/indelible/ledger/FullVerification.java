package org.indelible.ledger;

import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.readmodel.projection.ReadModelAudit;
import org.springframework.stereotype.Component;

/** The log by itself, then what is shown against the log: a row of the read models that was tampered with is named too. */
@Component
public class FullVerification {
    private final LedgerVerifier verifier;
    private final LedgerStore ledgers;
    private final ReadModelAudit readModels;

    FullVerification(LedgerVerifier verifier, LedgerStore ledgers, ReadModelAudit readModels) {
        this.verifier = verifier;
        this.ledgers = ledgers;
        this.readModels = readModels;
    }

    public VerificationReport verify(String ledger, ProgressListener progress) {
        return withReadModels(verifier.verify(ledger, progress), List.of(ledger), progress);
    }

    public VerificationReport verifyAll(ProgressListener progress) {
        return withReadModels(verifier.verifyAll(progress), ledgers.ledgers(), progress);
    }

    private VerificationReport withReadModels(VerificationReport report, List<String> of, ProgressListener progress) {
        List<Finding> findings = new ArrayList<>(report.findings());
        for (String ledger : of) {
            findings.addAll(readModels.check(
                    ledger, (done, total) -> progress.progress("the rows shown of " + ledger, done, total)));
        }
        return new VerificationReport(report.entries(), findings);
    }
}
