package org.indelible.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JobServiceTest {
    private final ThreadedJobService jobs = new ThreadedJobService();

    @AfterEach
    void stop() throws InterruptedException {
        jobs.destroy();
    }

    @Test
    void workTellsHowFarItIsAndWhatItFound() throws InterruptedException {
        JobId id = jobs.start("import", "trial", "anna", context -> {
            context.doing("Reading");
            context.progress(2, 4);
            context.count("values", 3);
            context.count("values", 4);
            context.finding(Finding.of(Finding.Level.WARNING, "unknown-form", "F.1", "Not in the build")
                    .at(3, 9));
        });

        JobStatus status = ended(id, "anna");
        assertThat(status.state()).isEqualTo(JobState.DONE);
        assertThat(status.counts()).containsEntry("values", 7L);
        assertThat(status.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.line()).hasValue(3));
        assertThat(status.percent()).isEqualTo(100);
        assertThat(jobs.latest("import", "trial", "anna")).contains(status);
    }

    @Test
    void aJobIsItsOwnersAlone() throws InterruptedException {
        JobId id = jobs.start("import", "anna", context -> {});

        assertThat(jobs.status(id, "boris")).isEmpty();
        assertThat(jobs.cancel(id, "boris")).isFalse();
        ended(id, "anna");
    }

    @Test
    void cancelledWorkEndsAsCancelled() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        JobId id = jobs.start("verification", "anna", context -> {
            started.countDown();
            while (!context.cancelled()) {
                Thread.onSpinWait();
            }
        });
        started.await();

        assertThat(jobs.cancel(id, "anna")).isTrue();
        assertThat(ended(id, "anna").state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void cancellingWorkThatHadEndedAnywayChangesNothing() throws InterruptedException {
        JobId id = jobs.start("verification", "anna", context -> {});
        ended(id, "anna");

        jobs.cancel(id, "anna");
        assertThat(ended(id, "anna").state()).isEqualTo(JobState.DONE);
    }

    @Test
    void workThatDidNotDoWhatItWasAskedEndsAsFailed() throws InterruptedException {
        JobId id = jobs.start("import", "anna", context -> {
            context.finding(Finding.of(Finding.Level.ERROR, "truncated", "file", "The file ends before its XML does"));
            context.unfulfilled();
        });

        assertThat(ended(id, "anna").state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void aFailureIsToldWithoutItsMessage() throws InterruptedException {
        JobId id = jobs.start("import", "anna", context -> {
            throw new IllegalStateException("Mrs Smith, born 1950");
        });

        JobStatus status = ended(id, "anna");
        assertThat(status.state()).isEqualTo(JobState.FAILED);
        assertThat(status.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("job-failed");
            assertThat(f.message()).doesNotContain("Smith");
        });
    }

    private JobStatus ended(JobId id, String owner) throws InterruptedException {
        Job job = jobs.owned(id, owner).orElseThrow();
        long seen = -1;
        while (!job.status().state().ended()) {
            seen = job.awaitChange(seen, 1_000);
        }
        return job.status();
    }
}
