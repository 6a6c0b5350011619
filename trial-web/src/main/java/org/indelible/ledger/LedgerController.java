package org.indelible.ledger;

import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.jobs.JobStatus;
import org.indelible.portal.TrialPage;
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

/** A trial's ledger for people: how it is, its verification, its entries. */
@Controller
@RequestMapping("/trials/{trial}/ledger")
class LedgerController {
    private final Healths healths;
    private final Verification verification;
    private final JobService jobs;
    private final Entries entries;

    LedgerController(Healths healths, Verification verification, JobService jobs, Entries entries) {
        this.healths = healths;
        this.verification = verification;
        this.jobs = jobs;
        this.entries = entries;
    }

    @GetMapping
    String ledger(TrialPage page, Model model) {
        model.addAttribute("base", base(page));
        model.addAttribute("health", healths.of(page.id()));
        verification
                .latest(page.id(), page.person().account().value())
                .ifPresent(job -> model.addAttribute("job", job));
        return "ledger/ledger";
    }

    @PostMapping("/verification")
    String verify(TrialPage page) {
        JobId job = verification.start(page.id(), page.person().account().value());
        return "redirect:" + base(page) + "/verification/" + job;
    }

    @GetMapping("/verification/{job}")
    String verification(
            TrialPage page,
            @PathVariable String job,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        JobStatus status = jobs.status(new JobId(job), page.person().account().value())
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such job, or it is not yours."));
        model.addAttribute("job", status);
        model.addAttribute("base", base(page));
        return part ? "ledger/job :: job" : "ledger/verification";
    }

    @PostMapping("/verification/{job}/cancel")
    String cancel(TrialPage page, @PathVariable String job) {
        jobs.cancel(new JobId(job), page.person().account().value());
        return "redirect:" + base(page) + "/verification/" + job;
    }

    /** The form on the ledger page asks by number. */
    @GetMapping("/entry")
    String find(TrialPage page, @RequestParam long number) {
        return "redirect:" + page.link("/ledger/entries/" + number);
    }

    @GetMapping("/entries/{number:\\d+}")
    String entry(TrialPage page, @PathVariable long number, Model model) {
        EntryPage entry = entries.stored(page.id(), number)
                .flatMap(stored -> entries.page(stored, page.visibility()))
                .orElseThrow(LedgerController::noEntry);
        model.addAttribute("entry", entry);
        return "ledger/entry";
    }

    /** The sealed token without its disclosures: enough to check seal and place, and nothing that could not be shown to anybody. */
    @GetMapping("/entries/{number:\\d+}.jwt")
    ResponseEntity<String> token(TrialPage page, @PathVariable long number) {
        String compact = entries.stored(page.id(), number)
                .map(stored -> stored.sealed().compact())
                .orElseThrow(LedgerController::noEntry);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jwt"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("entry-" + number + ".jwt")
                                .build()
                                .toString())
                .body(compact);
    }

    private static String base(TrialPage page) {
        return "/trials/" + page.id() + "/ledger";
    }

    private static ResponseStatusException noEntry() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "This ledger has no such entry.");
    }
}
