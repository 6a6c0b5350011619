package org.indelible.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.ledger.SelfAuditReport.Audited;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says how a ledger is. */
@Component
class Healths {
    private final LedgerStore ledgers;
    private final CheckpointService checkpoints;
    private final ObjectProvider<SelfAuditReport> audit;

    Healths(LedgerStore ledgers, CheckpointService checkpoints, ObjectProvider<SelfAuditReport> audit) {
        this.ledgers = ledgers;
        this.checkpoints = checkpoints;
        this.audit = audit;
    }

    Health of(String ledger) {
        long size = ledgers.ledgerSize(ledger);
        Optional<SignedCheckpoint> checkpoint = checkpoints.latest(ledger);
        long covered = checkpoint.map(SignedCheckpoint::size).orElse(0L);
        Optional<Audited> last = Optional.ofNullable(audit.getIfAvailable()).flatMap(report -> report.last(ledger));
        List<String> problems = problems(size, covered, last);
        return new Health(
                ledger,
                state(problems, last, checkpoint.isPresent()),
                size,
                checkpoint,
                Math.max(0, size - covered),
                last.map(Audited::at),
                last.map(Audited::entries).orElse(0L),
                problems);
    }

    private static Health.State state(List<String> problems, Optional<Audited> last, boolean signed) {
        if (!problems.isEmpty()) {
            return Health.State.WRONG;
        }
        boolean checked =
                last.filter(pass -> pass.whole() && pass.entries() > 0).isPresent();
        return checked && signed ? Health.State.ALL_RIGHT : Health.State.NOT_CHECKED;
    }

    private static List<String> problems(long size, long covered, Optional<Audited> last) {
        List<String> problems = new ArrayList<>();
        if (covered > size) {
            problems.add("A checkpoint over " + covered + " entries was signed, but only " + size + " are stored.");
        }
        last.ifPresent(pass -> problems.addAll(pass.problems()));
        return problems;
    }
}
