package org.indelible.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.indelible.commands.Acting;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.amendment.Behind;
import org.indelible.readmodel.amendment.SiteAmendments;
import org.indelible.readmodel.amendment.SiteAmendments.Active;
import org.indelible.readmodel.site.SiteDetail;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.shared.SiteKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** Which participants and begun forms of a site are still under an earlier study build, and moving them on. */
@Controller
@RequestMapping("/trials/{trial}/sites/{site}/amendment")
class SiteAmendmentController {
    private static final String KIND = "amendment";

    private final SiteQueries sites;
    private final SiteAmendments amendments;
    private final MovingOn moving;
    private final JobService jobs;

    SiteAmendmentController(SiteQueries sites, SiteAmendments amendments, MovingOn moving, JobService jobs) {
        this.sites = sites;
        this.amendments = amendments;
        this.moving = moving;
        this.jobs = jobs;
    }

    @GetMapping
    String look(TrialPage page, @PathVariable String site, Model model) {
        SiteDetail detail = detail(page, site);
        model.addAttribute("site", detail);
        amendments.active(page.asOf(), site).ifPresent(active -> {
            List<Behind> behind = amendments.behind(page.asOf(), site, active);
            model.addAttribute("active", active);
            model.addAttribute("behind", behind);
            model.addAttribute(
                    "awaiting",
                    behind.stream().filter(row -> row.reconsent().isPresent()).count());
            model.addAttribute(
                    "adopting", behind.stream().filter(Behind::mayAdopt).count());
            model.addAttribute(
                    "moving",
                    behind.stream()
                            .filter(row -> row.reconsent().isEmpty())
                            .mapToInt(row -> row.toMove().size())
                            .sum());
        });
        jobs.latest(KIND, about(page, site), page.person().username()).ifPresent(job -> model.addAttribute("job", job));
        return "sites/amendment";
    }

    @PostMapping
    String moveOn(TrialPage page, @PathVariable String site) {
        detail(page, site);
        Active active = amendments
                .active(page.asOf(), site)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The site has no study build."));
        List<Behind> behind = amendments.behind(page.asOf(), site, active);
        Acting acting = Acting.onPage(page.person().actor());
        JobId job = jobs.start(
                KIND,
                about(page, site),
                page.person().username(),
                context -> moving.move(page.trialId(), behind, acting, context));
        return "redirect:"
                + page.link("/sites/" + UriUtils.encodePathSegment(site, StandardCharsets.UTF_8) + "/amendment/"
                        + job.value());
    }

    @GetMapping("/{job}")
    String progress(
            TrialPage page,
            @PathVariable String site,
            @PathVariable String job,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        model.addAttribute(
                "job",
                jobs.status(new JobId(job), page.person().username())
                        .filter(status -> status.about().equals(about(page, site)))
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "There is no such work, or it is not yours.")));
        model.addAttribute("site", detail(page, site));
        return part ? "sites/moving :: job" : "sites/amendment";
    }

    private SiteDetail detail(TrialPage page, String site) {
        if (page.visibility()
                .sites()
                .map(own -> !own.contains(new SiteKey(site).value()))
                .orElse(false)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such site, or none of yours.");
        }
        return sites.site(page.asOf(), site)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such site."));
    }

    private static String about(TrialPage page, String site) {
        return page.id() + "/" + site;
    }
}
