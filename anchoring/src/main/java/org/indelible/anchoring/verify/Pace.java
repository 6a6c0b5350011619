package org.indelible.anchoring.verify;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Slows a verification down to so many entries a second, by waiting between its batches, and keeps how many entries each ledger had. */
final class Pace implements ProgressListener {
    private final long entriesPerSecond;
    private final Map<String, Long> ledgers = new HashMap<>();
    private long lastDone;
    private long lastAt = System.nanoTime();

    Pace(long entriesPerSecond) {
        this.entriesPerSecond = entriesPerSecond;
    }

    /** Number of entries read of each ledger. */
    Map<String, Long> ledgers() {
        return ledgers;
    }

    @Override
    public void progress(String ledger, long done, long total) {
        ledgers.put(ledger, done);
        long entries = Math.max(0, done - lastDone);
        long due = lastAt + entries * Duration.ofSeconds(1).toNanos() / entriesPerSecond;
        long wait = due - System.nanoTime();
        if (wait > 0) {
            try {
                Thread.sleep(Duration.ofNanos(wait));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AuditInterruptedException();
            }
        }
        lastDone = done;
        lastAt = System.nanoTime();
    }
}
