package org.indelible.jobs;

import java.security.Principal;
import org.indelible.api.ApiCall;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /api/v1/jobs/{id}}: state, progress and findings of long work; cancelling it. */
@RestController
@RequestMapping("/api/v1/jobs/{id}")
class JobController {
    private final ThreadedJobService jobs;

    JobController(ThreadedJobService jobs) {
        this.jobs = jobs;
    }

    @ApiCall(
            value = "State, progress and findings of long work of one's own; as events while it goes on.",
            refusals = {"404 unknown-job"})
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    JobStatus status(@PathVariable String id, Principal principal) {
        return owned(id, principal).status();
    }

    @ApiCall(
            value = "State, progress and findings of long work of one's own; as events while it goes on.",
            gives = {MediaType.TEXT_EVENT_STREAM_VALUE},
            type = JobStatus.class,
            refusals = {"404 unknown-job"})
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable String id, Principal principal) {
        return new JobEvents(owned(id, principal)).emitter();
    }

    @ApiCall(
            value = "Asks the work to stop where nothing half-done stays.",
            status = 202,
            refusals = {"404 unknown-job"})
    @DeleteMapping
    ResponseEntity<JobStatus> cancel(@PathVariable String id, Principal principal) {
        Job job = owned(id, principal);
        job.cancel();
        return ResponseEntity.accepted().body(job.status());
    }

    private Job owned(String id, Principal principal) {
        return jobs.owned(new JobId(id), principal.getName()).orElseThrow(JobController::unknown);
    }

    private static ErrorResponseException unknown() {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such job, or it is not yours.");
        problem.setProperty("code", "unknown-job");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
