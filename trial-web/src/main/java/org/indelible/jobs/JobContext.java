package org.indelible.jobs;

/** What long work tells about itself. Safe for use by many threads. */
public interface JobContext {
    JobId job();

    /** What is being done now, in a few words for people. */
    void doing(String what);

    /** @param total 0 while it is not known */
    void progress(long done, long total);

    /** Adds to a named count. */
    void count(String name, long n);

    void finding(Finding finding);

    /** The work did not do what it was asked to do; the findings say why. It ends as failed once it returns. */
    void unfulfilled();

    /** Whether the work is to stop; work that has been told so and returns counts as cancelled. */
    boolean cancelled();
}
