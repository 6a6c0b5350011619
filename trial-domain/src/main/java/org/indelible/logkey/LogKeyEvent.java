package org.indelible.logkey;

import org.indelible.anchoring.ledger.RotationEvent;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.RecordedReason;

/** What became of the key that signs a ledger's checkpoints. All of it stands in {@code platform}, whatever ledger it is about. */
public sealed interface LogKeyEvent {

    /**
     * Another key signs from here on.
     *
     * @param size tree size of the last checkpoint that the old key signed, decimal
     * @param from verifier key (C2SP signed-note) of the old key
     * @param to verifier key of the new one
     * @param lost whether the old key was lost, and so has not signed the handover
     * @param handover the signed note: what a verifier goes by
     * @param orderedBy the administrator on whose order
     */
    @EventType(name = RotationEvent.TYPE)
    record LogKeyRotated(
            @InClear String ledger,
            @InClear String size,
            @InClear String from,
            @InClear String to,
            @InClear boolean lost,
            @InClear String handover,
            @InClear AccountId orderedBy,
            @InClear RecordedReason reason)
            implements LogKeyEvent {}
}
