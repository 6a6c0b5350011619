package org.indelible.anchoring.keys;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys made durable ahead of their use, many in one commit, and each handed out once. The next batch is under way before the last is used
 * up. What is left when the process ends encrypts nothing and harms nothing.
 */
final class DisclosureKeyPool {
    private final Supplier<Collection<DataKey>> durableBatch;
    private final int low;
    private final Deque<DataKey> ready = new ArrayDeque<>();
    private @Nullable CompletableFuture<Collection<DataKey>> underWay;

    /** @param low with fewer keys left than this, the next batch is made */
    DisclosureKeyPool(Supplier<Collection<DataKey>> durableBatch, int low) {
        this.durableBatch = durableBatch;
        this.low = low;
    }

    synchronized DataKey take() {
        CompletableFuture<Collection<DataKey>> batch = underWay;
        if (batch == null && ready.size() < low) {
            batch = CompletableFuture.supplyAsync(durableBatch, Thread::startVirtualThread);
            underWay = batch;
        }
        if (batch != null && (ready.isEmpty() || batch.isDone())) {
            underWay = null;
            receive(batch);
        }
        return ready.removeFirst();
    }

    /** A batch that could not be made matters only to who has no other key; the next one to come tries again. */
    private void receive(CompletableFuture<Collection<DataKey>> batch) {
        try {
            ready.addAll(batch.join());
        } catch (CompletionException e) {
            if (ready.isEmpty()) {
                throw e.getCause() instanceof KeyVaultException reason ? reason : e;
            }
        }
    }
}
