package org.indelible.jobs;

/** What to tell of work that threw. The message of an unexpected failure may hold anything, so it stays in the server's log. */
final class JobFailure {
    private JobFailure() {}

    static Finding finding(Job job, Throwable failure) {
        return Finding.of(
                        Finding.Level.FAILED,
                        "job-failed",
                        job.kind(),
                        "It stopped because of an unexpected failure ("
                                + failure.getClass().getSimpleName() + ").")
                .cure("Give the administrator the number of the job, " + job.job() + ": the server's log says more.");
    }
}
