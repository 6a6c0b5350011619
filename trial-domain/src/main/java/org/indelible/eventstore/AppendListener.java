package org.indelible.eventstore;

import org.indelible.anchoring.ledger.AppendReceipt;
import org.indelible.anchoring.ledger.AppendRequest;

/** Hears of appends once they are durable, on the thread that made them. It cannot fail them any more. */
@FunctionalInterface
public interface AppendListener {
    void appended(AppendRequest request, AppendReceipt receipt);
}
