package org.indelible.jobs;

import java.time.Duration;
import java.util.Optional;

/** Runs long work. The states of jobs live in this node's memory: what the work did is in the ledger. */
public interface JobService {
    /** How long an ended job can be asked for. */
    Duration KEPT = Duration.ofHours(12);

    /**
     * @param kind stable name of the kind of work, for example {@code import}, {@code verification}
     * @param owner account that started it and may see and cancel it
     */
    default JobId start(String kind, String owner, JobWork work) {
        return start(kind, "", owner, work);
    }

    /** @param about the trial or ledger it works on */
    JobId start(String kind, String about, String owner, JobWork work);

    /** Empty where there is no such job, or it is somebody else's. */
    Optional<JobStatus> status(JobId job, String owner);

    /** The owner's latest job of this kind about this subject, running or ended. */
    Optional<JobStatus> latest(String kind, String about, String owner);

    /** Asks the work to stop; it does so where nothing half-done stays. Whether there is such a job. */
    boolean cancel(JobId job, String owner);
}
