package org.indelible.jobs;

/** Long work. Asks its context now and then whether it is to stop, and then stops where nothing half-done stays. */
@FunctionalInterface
public interface JobWork {
    void run(JobContext context) throws Exception;
}
