package org.indelible.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.jobs.Finding;
import org.indelible.jobs.JobContext;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.jobs.JobStatus;
import org.springframework.stereotype.Component;

/** Full verification of a ledger as a job. */
@Component
class Verification {
    static final String KIND = "verification";

    private final FullVerification verifier;
    private final JobService jobs;

    Verification(FullVerification verifier, JobService jobs) {
        this.verifier = verifier;
        this.jobs = jobs;
    }

    /** The owner's running verification of this ledger, else a new one. */
    JobId start(String ledger, String owner) {
        return latest(ledger, owner)
                .filter(job -> !job.state().ended())
                .map(job -> new JobId(job.id()))
                .orElseGet(() -> jobs.start(KIND, ledger, owner, context -> verify(ledger, context)));
    }

    Optional<JobStatus> latest(String ledger, String owner) {
        return jobs.latest(KIND, ledger, owner);
    }

    private void verify(String ledger, JobContext context) {
        context.doing("reading");
        try {
            VerificationReport report = verifier.verify(ledger, (name, done, total) -> {
                context.progress(done, total);
                if (context.cancelled()) {
                    throw new CancellationException();
                }
            });
            context.count("entries", report.entries());
            report.findings().forEach(finding -> tell(finding, context));
        } catch (CancellationException asked) {
            context.doing("stopped");
        }
    }

    private static void tell(org.indelible.anchoring.verify.Finding found, JobContext context) {
        Finding finding = Finding.of(
                level(found.outcome()),
                found.check().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                found.subject(),
                found.message());
        context.count(finding.level().code(), 1);
        context.finding(
                found.leafIndex().isPresent() ? finding.entry(found.leafIndex().getAsLong()) : finding);
    }

    private static Finding.Level level(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Finding.Level.PASSED;
            case FAILED -> Finding.Level.FAILED;
            case NOT_CHECKED -> Finding.Level.NOT_CHECKED;
        };
    }
}
