package org.indelible.recovery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.anchoring.ledger.LedgerLoss;
import org.indelible.authority.Targeted;
import org.indelible.shared.Reason;
import org.indelible.shared.StreamId;

/** What two persons ask for after a ledger has lost its end. */
public sealed interface RecoveryCommand extends Targeted {

    /** The ledger whose end is lost. */
    String ledger();

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return StreamId.ofRecovery(ledger());
    }

    /** The first of the two persons says what is left, what is lost and why. */
    record DeclareLoss(LedgerLoss loss, Reason reason) implements RecoveryCommand {
        @Override
        public String ledger() {
            return loss.ledger();
        }
    }

    /** The second of the two persons. From then on the ledger has a new name. */
    record ConfirmLoss(String ledger) implements RecoveryCommand {}
}
