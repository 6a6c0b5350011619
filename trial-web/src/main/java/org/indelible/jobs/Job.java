package org.indelible.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One piece of long work, with what it has told so far. */
final class Job implements JobContext {
    /** Beyond these a person reads no more, and memory is not spent on them. */
    private static final int MOST_FINDINGS = 50_000;

    private final JobId id = JobId.fresh();
    private final String kind;
    private final String about;
    private final String owner;
    private final Clock clock;
    private final Instant startedAt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private JobState state = JobState.RUNNING;
    private String doing = "";
    private long done;
    private long total;
    private long version;
    private boolean cancelAsked;
    private boolean cancelSeen;
    private boolean unfulfilled;
    private Optional<Instant> endedAt = Optional.empty();

    Job(String kind, String about, String owner, Clock clock) {
        this.kind = kind;
        this.about = about;
        this.owner = owner;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public JobId job() {
        return id;
    }

    String owner() {
        return owner;
    }

    String kind() {
        return kind;
    }

    String about() {
        return about;
    }

    @Override
    public void doing(String what) {
        change(() -> doing = what);
    }

    @Override
    public void progress(long nowDone, long ofTotal) {
        change(() -> {
            done = nowDone;
            total = ofTotal;
        });
    }

    @Override
    public void count(String name, long n) {
        change(() -> counts.merge(name, n, Long::sum));
    }

    @Override
    public void finding(Finding finding) {
        change(() -> {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            } else {
                counts.merge("findingsLeftOut", 1L, Long::sum);
            }
        });
    }

    @Override
    public void unfulfilled() {
        change(() -> unfulfilled = true);
    }

    @Override
    public boolean cancelled() {
        lock.lock();
        try {
            cancelSeen |= cancelAsked;
            return cancelAsked;
        } finally {
            lock.unlock();
        }
    }

    void cancel() {
        change(() -> cancelAsked = true);
    }

    /** The work returned of itself. */
    void returned() {
        change(() -> end(cancelSeen ? JobState.CANCELLED : unfulfilled ? JobState.FAILED : JobState.DONE));
    }

    void failed(Finding why) {
        finding(why);
        change(() -> end(JobState.FAILED));
    }

    private void end(JobState as) {
        state = as;
        endedAt = Optional.of(clock.instant());
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            if (!state.ended()) {
                what.run();
                version++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change after this version, or for the time to pass; the version now. */
    long awaitChange(long after, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (version <= after && left > 0) {
                left = changed.awaitNanos(left);
            }
            return version;
        } finally {
            lock.unlock();
        }
    }

    JobStatus status() {
        lock.lock();
        try {
            return new JobStatus(
                    id.value(),
                    kind,
                    about,
                    state,
                    doing,
                    done,
                    total,
                    Map.copyOf(counts),
                    List.copyOf(findings),
                    startedAt,
                    endedAt);
        } finally {
            lock.unlock();
        }
    }
}
