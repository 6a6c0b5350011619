package org.indelible.ledger;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.verify.AuditPass;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.SelfAudit;
import org.springframework.stereotype.Component;

/** What the last full pass of the self-audit has on record. */
@Component
class RecordedSelfAudit implements SelfAuditReport {
    private final SelfAudit audit;

    RecordedSelfAudit(SelfAudit audit) {
        this.audit = audit;
    }

    @Override
    public Optional<Audited> last(String ledger) {
        return audit.lastPass()
                .map(pass -> new Audited(
                        pass.finishedAt(),
                        pass.entries(ledger),
                        pass.outcome() == Outcome.PASSED,
                        problems(pass, ledger)));
    }

    /** A line is check, ledger, what it is about and what was found; people are told the last two. */
    private static List<String> problems(AuditPass pass, String ledger) {
        String of = " " + ledger + ", ";
        return pass.failures().stream()
                .filter(line -> line.contains(of))
                .map(line -> line.substring(line.indexOf(of) + of.length()))
                .toList();
    }
}
