package org.indelible.recovery;

import java.util.List;
import org.indelible.anchoring.ledger.LedgerLoss;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.recovery.RecoveryCommand.ConfirmLoss;
import org.indelible.recovery.RecoveryCommand.DeclareLoss;
import org.indelible.recovery.RecoveryEvent.LossConfirmed;
import org.indelible.recovery.RecoveryEvent.LossDeclared;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.RecordedReason;

/** Who may let a ledger go on without its end, and as what. */
final class RecoveryDecisions {
    private RecoveryDecisions() {}

    static List<RecoveryEvent> decide(RecoveryState state, RecoveryCommand command, Authority authority) {
        authority.require(Act.RECOVER_LEDGER);
        return switch (command) {
            case DeclareLoss declare -> List.of(declare(state, declare, authority));
            case ConfirmLoss confirm -> List.of(confirm(state, authority));
        };
    }

    /** One that nobody confirmed may be declared anew. */
    private static RecoveryEvent declare(RecoveryState state, DeclareLoss command, Authority authority) {
        LedgerLoss loss = command.loss();
        if (loss.survived() < 0 || loss.isNone() || loss.signedSize() > loss.until()) {
            throw new DomainRefusal(
                    "nothing-lost", "No entry is missing.", "A ledger that is whole goes on under its name.");
        }
        return new LossDeclared(
                command.ledger(),
                Long.toString(loss.survived()),
                Long.toString(loss.until()),
                Long.toString(loss.signedSize()),
                loss.signedRoot(),
                new LogName(command.ledger(), state.recoveries() + 2).toString(),
                authority.actor().account(),
                RecordedReason.of(command.reason()));
    }

    private static RecoveryEvent confirm(RecoveryState state, Authority authority) {
        LossDeclared declared = state.open()
                .orElseThrow(() -> new DomainRefusal(
                        "loss-not-declared",
                        "Nobody has declared what is lost.",
                        "The first person declares it, with a reason."));
        if (declared.by().equals(authority.actor().account())) {
            throw new DomainRefusal(
                    "second-person-needed", "Who declared cannot confirm.", "Ask a second person to confirm.");
        }
        return new LossConfirmed(declared.successor(), declared.by());
    }
}
