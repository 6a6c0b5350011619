package org.indelible.readmodel.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.indelible.readmodel.ReadModelProgress;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wakes whoever waits for a position as soon as this node has committed its rows. Where another node projects, its progress is read from
 * the database a few times a second.
 */
public final class ProjectionProgress implements ReadModelProgress {
    private static final long OTHER_NODE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final JdbcClient jdbc;
    private final Lock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long reached = -1;

    public ProjectionProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long position() {
        return jdbc.sql("select position from read.progress").query(Long.class).single();
    }

    @Override
    public boolean await(long position, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!reachedHere(position, deadline)) {
            if (position() >= position) {
                return true;
            }
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until this node reaches the position, or it is time to look at the database. */
    private boolean reachedHere(long position, long deadline) {
        lock.lock();
        try {
            if (reached < position) {
                long nanos = Math.min(OTHER_NODE_NANOS, deadline - System.nanoTime());
                while (nanos > 0 && reached < position) {
                    nanos = advanced.awaitNanos(nanos);
                }
            }
            return reached >= position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return reached >= position;
        } finally {
            lock.unlock();
        }
    }

    void reached(long position) {
        lock.lock();
        try {
            reached = position;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
