package org.indelible.anchoring.ledger;

import java.util.List;

/** The command is durable; its entries stand at consecutive positions. */
public record AppendReceipt(long firstPosition, List<AppendedEntry> entries) {
    public AppendReceipt {
        entries = List.copyOf(entries);
    }

    public long lastPosition() {
        return firstPosition + entries.size() - 1;
    }
}
