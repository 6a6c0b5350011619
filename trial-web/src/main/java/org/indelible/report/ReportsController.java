package org.indelible.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.jobs.JobState;
import org.indelible.jobs.JobStatus;
import org.indelible.portal.TrialPage;
import org.indelible.shared.DomainRefusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Reports that stand on their own: chosen, made as long work, taken away. Making one changes nothing of the trial, so it is done of the past too. */
@Controller
@RequestMapping("/trials/{trial}/reports")
class ReportsController {
    private final Reports reports;
    private final ReportSeals seals;
    private final JobService jobs;

    ReportsController(Reports reports, ReportSeals seals, JobService jobs) {
        this.reports = reports;
        this.seals = seals;
        this.jobs = jobs;
    }

    @GetMapping
    String choose(TrialPage page, @RequestParam(defaultValue = "") String participant, Model model) {
        model.addAttribute("kinds", Stream.of(ReportKind.values()).toList());
        model.addAttribute("participant", participant);
        model.addAttribute("fingerprint", seals.key().fingerprint());
        jobs.latest(Reports.KIND, page.id(), page.person().username())
                .ifPresent(job -> model.addAttribute("latest", job));
        return "report/choose";
    }

    /** Asked as a page is, so that it is done as of a point in the past as well; what is made is on record. */
    @GetMapping("/make")
    String make(
            TrialPage page, @RequestParam String kind, @RequestParam(defaultValue = "") String participant, Model model)
            throws IOException {
        ReportKind chosen = ReportKind.of(kind)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such report."));
        Optional<String> whose =
                Optional.of(participant.strip()).filter(key -> chosen.ofParticipant() && !key.isEmpty());
        try {
            return "redirect:" + page.link("/reports/" + reports.start(page, chosen, whose));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            return choose(page, participant, model);
        }
    }

    @GetMapping("/{job}")
    String progress(
            TrialPage page,
            @PathVariable String job,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        model.addAttribute("job", job(page, job));
        model.addAttribute("made", reports.made(job).isPresent());
        return part ? "report/job :: job" : "report/progress";
    }

    @PostMapping("/{job}/cancel")
    String cancel(TrialPage page, @PathVariable String job) {
        jobs.cancel(new JobId(job), page.person().username());
        return "redirect:/trials/" + page.id() + "/reports/" + job;
    }

    @GetMapping("/{job}/file")
    ResponseEntity<Resource> file(TrialPage page, @PathVariable String job) {
        JobStatus status = job(page, job);
        if (status.state() != JobState.DONE) {
            throw none();
        }
        Path file = reports.made(status.id()).orElseThrow(ReportsController::none);
        boolean zip = file.toString().endsWith(".zip");
        return ResponseEntity.ok()
                .contentType(zip ? MediaType.parseMediaType("application/zip") : MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(String.valueOf(file.getFileName()))
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    private JobStatus job(TrialPage page, String job) {
        return jobs.status(new JobId(job), page.person().username())
                .filter(status ->
                        status.kind().equals(Reports.KIND) && status.about().equals(page.id()))
                .orElseThrow(ReportsController::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such report, or it is not yours.");
    }
}
