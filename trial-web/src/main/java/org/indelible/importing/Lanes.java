package org.indelible.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work side by side that keeps the order of what belongs together: everything under one key runs in one lane, in the order in which it was given. What waits is bounded,
 * so that a file of any size is read in constant memory. The ledger commits what several lanes append in one go.
 */
final class Lanes implements AutoCloseable {
    private static final int WAITING_PER_LANE = 4;

    private final List<ExecutorService> lanes = new ArrayList<>();
    private final Semaphore room;
    private final int capacity;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Lanes(int count) {
        capacity = count * WAITING_PER_LANE;
        room = new Semaphore(capacity);
        for (int i = 0; i < count; i++) {
            lanes.add(Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("import-lane-", i).factory()));
        }
    }

    /** Waits while there is no room. After a failure nothing more is run. */
    void run(String key, Runnable work) {
        room.acquireUninterruptibly();
        lanes.get(Math.floorMod(key.hashCode(), lanes.size())).execute(() -> {
            try {
                if (failure.get() == null) {
                    work.run();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    boolean failed() {
        return failure.get() != null;
    }

    /** Waits for everything that was given; throws the first failure. */
    void drain() {
        room.acquireUninterruptibly(capacity);
        room.release(capacity);
        Throwable first = failure.get();
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdown);
        try {
            for (ExecutorService lane : lanes) {
                lane.awaitTermination(1, TimeUnit.MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
