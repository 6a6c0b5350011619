package org.indelible.commands;

import java.util.Optional;
import org.indelible.anchoring.ledger.AppendReceipt;
import org.indelible.anchoring.ledger.AppendRequest;
import org.indelible.eventstore.AppendListener;
import org.springframework.stereotype.Component;

/** Remembers what the command of this thread appended. Commands are handled on the thread that sends them, and each appends once at the most. */
@Component
public class AppendedHere implements AppendListener {
    private final ThreadLocal<AppendReceipt> receipt = new ThreadLocal<>();

    @Override
    public void appended(AppendRequest request, AppendReceipt appended) {
        receipt.set(appended);
    }

    void forget() {
        receipt.remove();
    }

    /** What was appended since {@link #forget()}; empty where the command changed nothing. */
    Optional<AppendReceipt> take() {
        Optional<AppendReceipt> taken = Optional.ofNullable(receipt.get());
        receipt.remove();
        return taken;
    }
}
