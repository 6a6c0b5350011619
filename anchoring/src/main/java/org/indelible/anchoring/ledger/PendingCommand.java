package org.indelible.anchoring.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command in the queue, with the answer its thread waits for. */
record PendingCommand(List<PreparedEntry> entries, CompletableFuture<AppendReceipt> answer) {
    static PendingCommand of(List<PreparedEntry> entries) {
        return new PendingCommand(entries, new CompletableFuture<>());
    }

    void fail(LedgerException reason) {
        answer.completeExceptionally(reason);
    }
}
