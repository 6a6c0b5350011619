package org.indelible.ledger;

import java.time.ZoneOffset;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.keys.KeysInForce;
import org.indelible.security.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The platform's ledger for people: how it is, and its verification. Its entries are told by the pages about accounts. */
@Controller
@RequestMapping(PlatformLedgerController.BASE)
class PlatformLedgerController {
    static final String BASE = "/platform/ledger";

    private final Healths healths;
    private final Verification verification;
    private final JobService jobs;
    private final KeysInForce keys;

    PlatformLedgerController(Healths healths, Verification verification, JobService jobs, KeysInForce keys) {
        this.healths = healths;
        this.verification = verification;
        this.jobs = jobs;
        this.keys = keys;
    }

    @GetMapping
    String ledger(@AuthenticationPrincipal SignedInPerson person, Model model) {
        model.addAttribute("health", healths.of(LedgerStore.PLATFORM));
        model.addAttribute("zone", ZoneOffset.UTC);
        model.addAttribute("base", BASE);
        model.addAttribute("keys", keys);
        verification
                .latest(LedgerStore.PLATFORM, person.account().value())
                .ifPresent(job -> model.addAttribute("job", job));
        return "ledger/platform";
    }

    @PostMapping("/verification")
    String verify(@AuthenticationPrincipal SignedInPerson person) {
        return "redirect:" + BASE + "/verification/"
                + verification.start(LedgerStore.PLATFORM, person.account().value());
    }

    @GetMapping("/verification/{job}")
    String verification(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String job,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        model.addAttribute(
                "job",
                jobs.status(new JobId(job), person.account().value())
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "There is no such job, or it is not yours.")));
        model.addAttribute("base", BASE);
        return part ? "ledger/job :: job" : "ledger/verification";
    }

    @PostMapping("/verification/{job}/cancel")
    String cancel(@AuthenticationPrincipal SignedInPerson person, @PathVariable String job) {
        jobs.cancel(new JobId(job), person.account().value());
        return "redirect:" + BASE + "/verification/" + job;
    }
}
