package org.indelible.logkey;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.authority.Targeted;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.shared.StreamId;

/** What is asked of the key of a ledger. */
public sealed interface LogKeyCommand extends Targeted {

    /** The ledger whose checkpoints it signs. */
    String ledger();

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return StreamId.ofLogKey(ledger());
    }

    /**
     * Another key takes its place.
     *
     * @param lost whether the old key is lost, so that it could not sign for the new one
     * @param orderedBy the administrator who says so; it is the platform that is held to it
     */
    record RotateLogKey(String ledger, KeyHandover handover, boolean lost, AccountId orderedBy, Reason reason)
            implements LogKeyCommand {}
}
