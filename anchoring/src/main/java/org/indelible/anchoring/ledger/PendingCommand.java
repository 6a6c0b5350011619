package org.indelible.anchoring.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command in the queue, with the answer its thread waits for. Equal to itself alone. */
final class PendingCommand {
    private final List<PreparedEntry> entries;
    private final CompletableFuture<AppendReceipt> answer = new CompletableFuture<>();

    PendingCommand(List<PreparedEntry> entries) {
        this.entries = entries;
    }

    List<PreparedEntry> entries() {
        return entries;
    }

    CompletableFuture<AppendReceipt> answer() {
        return answer;
    }

    void fail(LedgerException reason) {
        answer.completeExceptionally(reason);
    }
}
