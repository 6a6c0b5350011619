package org.indelible.ledger;

import java.net.URI;
import org.indelible.api.ApiCall;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.jobs.JobStatus;
import org.indelible.security.LedgerAccess;
import org.indelible.security.SignedInPerson;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/trials/{t}/verification}: full verification as a job. */
@RestController
class VerificationApi {
    private final Verification verification;
    private final JobService jobs;
    private final LedgerAccess access;

    VerificationApi(Verification verification, JobService jobs, LedgerAccess access) {
        this.verification = verification;
        this.jobs = jobs;
        this.access = access;
    }

    @ApiCall(value = "Starts a full verification of the ledger as a job.", status = 202)
    @PostMapping("/api/v1/trials/{trial}/verification")
    ResponseEntity<JobStatus> verify(@PathVariable String trial, @AuthenticationPrincipal SignedInPerson person) {
        access.require(person, trial, "POST /api/v1/trials/{trial}/verification");
        JobId job = verification.start(trial, person.username());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job))
                .body(jobs.status(job, person.username()).orElseThrow());
    }
}
