package org.indelible.anchoring.attest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that wait for others, so that nothing here does. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> underWay = new ArrayList<>();

    synchronized void run(Runnable work) {
        underWay.removeIf(Future::isDone);
        underWay.add(threads.submit(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A witness or an authority could not be asked; tried again in a moment", e);
            }
        }));
    }

    /** Waits until all that was begun has ended. */
    void await() {
        List<Future<?>> begun;
        synchronized (this) {
            begun = List.copyOf(underWay);
        }
        for (Future<?> work : begun) {
            try {
                work.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
