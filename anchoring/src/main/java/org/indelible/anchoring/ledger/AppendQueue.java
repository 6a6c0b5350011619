package org.indelible.anchoring.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Commands on their way to the appender. Bounded; what finds no place in time is refused. */
final class AppendQueue {
    private final BlockingQueue<PendingCommand> queue;
    private final Duration wait;
    private volatile boolean closed;

    AppendQueue(int capacity, Duration wait) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.wait = wait;
    }

    void put(PendingCommand command) {
        boolean placed;
        try {
            placed = !closed && queue.offer(command, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppendRejectedException(
                    AppendRejectedException.Reason.CLOSED,
                    "interrupted before the command was taken; nothing was stored");
        }
        // A command that slipped in while the appender was closing is taken back, unless the appender has it already.
        if (closed && (!placed || queue.remove(command))) {
            throw closedRefusal();
        }
        if (!placed) {
            throw new AppendRejectedException(
                    AppendRejectedException.Reason.QUEUE_FULL,
                    "the ledger has more commands waiting than it takes; nothing of this one was stored. Repeat in a moment");
        }
    }

    /** The next command, as soon as there is one; empty when closed and drained. */
    Optional<PendingCommand> first() throws InterruptedException {
        PendingCommand first = null;
        while (first == null && !(closed && queue.isEmpty())) {
            first = queue.poll(100, TimeUnit.MILLISECONDS);
        }
        return Optional.ofNullable(first);
    }

    /** A command and those queued behind it, together at most so many entries unless the first alone has more. */
    List<PendingCommand> with(PendingCommand first, int entries) {
        List<PendingCommand> batch = new ArrayList<>();
        int count = 0;
        for (PendingCommand command = first; command != null; command = fits(entries - count)) {
            batch.add(command);
            count += command.entries().size();
        }
        return batch;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    boolean isClosed() {
        return closed;
    }

    private @Nullable PendingCommand fits(int entries) {
        PendingCommand next = queue.peek();
        return next != null && next.entries().size() <= entries ? queue.poll() : null;
    }

    void close() {
        closed = true;
    }

    /** Refuses what is left when nobody will take it any more. */
    void refuseRest() {
        for (PendingCommand command = queue.poll(); command != null; command = queue.poll()) {
            command.fail(closedRefusal());
        }
    }

    private static AppendRejectedException closedRefusal() {
        return new AppendRejectedException(
                AppendRejectedException.Reason.CLOSED, "the ledger is closed; nothing of this command was stored");
    }
}
