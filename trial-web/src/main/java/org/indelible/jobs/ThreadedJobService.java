package org.indelible.jobs;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** A few threads, a bounded queue. */
@Service
class ThreadedJobService implements JobService, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadedJobService.class);
    private static final int AT_ONCE = 4;
    private static final int WAITING = 64;
    private static final int PATIENCE_SECONDS = 20;

    private final Clock clock = Clock.systemUTC();
    private final Map<JobId, Job> jobs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("job-", 1).daemon().factory());

    @Override
    public JobId start(String kind, String about, String owner, JobWork work) {
        forgetOld();
        Job job = new Job(kind, about, owner, clock);
        jobs.put(job.job(), job);
        try {
            threads.execute(() -> run(job, work));
        } catch (RejectedExecutionException full) {
            job.failed(Finding.of(Finding.Level.FAILED, "too-many-jobs", kind, "Too much long work is waiting already.")
                    .cure("Try again when some of it has ended."));
        }
        return job.job();
    }

    private static void run(Job job, JobWork work) {
        try {
            work.run(job);
            job.returned();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            job.failed(Finding.of(
                    Finding.Level.FAILED, "stopped", job.kind(), "The server was stopped while this was under way."));
        } catch (Exception | Error failure) {
            LOG.error("Job {} ({}) failed", job.job(), job.kind(), failure);
            job.failed(JobFailure.finding(job, failure));
        }
    }

    @Override
    public Optional<JobStatus> status(JobId id, String owner) {
        return owned(id, owner).map(Job::status);
    }

    @Override
    public Optional<JobStatus> latest(String kind, String about, String owner) {
        return jobs.values().stream()
                .filter(job -> job.owner().equals(owner))
                .filter(job -> job.kind().equals(kind) && job.about().equals(about))
                .map(Job::status)
                .max(Comparator.comparing(JobStatus::startedAt));
    }

    @Override
    public boolean cancel(JobId id, String owner) {
        Optional<Job> job = owned(id, owner);
        job.ifPresent(Job::cancel);
        return job.isPresent();
    }

    Optional<Job> owned(JobId id, String owner) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.owner().equals(owner));
    }

    private void forgetOld() {
        jobs.values()
                .removeIf(job -> job.status()
                        .endedAt()
                        .filter(end -> end.plus(KEPT).isBefore(clock.instant()))
                        .isPresent());
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        jobs.values().forEach(Job::cancel);
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
