package org.indelible.recovery;

import org.indelible.anchoring.ledger.LossEvent;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.RecordedReason;

/** How a ledger went on after a loss. Both stand in the ledger itself, after the last entry that was left. */
public sealed interface RecoveryEvent {

    /**
     * Cites the last checkpoint that was signed, and declares what it covers and is lost.
     *
     * @param survived entries that are left, decimal
     * @param until number of entries there were, decimal
     * @param signedSize tree size of the cited checkpoint, decimal
     * @param signedRoot base64 of its root
     * @param successor the name under which the ledger goes on
     */
    @EventType(name = LossEvent.DECLARED)
    record LossDeclared(
            @InClear String ledger,
            @InClear String survived,
            @InClear String until,
            @InClear String signedSize,
            @InClear String signedRoot,
            @InClear String successor,
            @InClear AccountId by,
            @InClear RecordedReason reason)
            implements RecoveryEvent {}

    /** The second person's word: from here on the ledger is the successor. */
    @EventType(name = LossEvent.CONFIRMED)
    record LossConfirmed(@InClear String successor, @InClear AccountId declaredBy) implements RecoveryEvent {}
}
