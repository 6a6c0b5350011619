package org.indelible.casebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.indelible.authority.Act;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.review.ReviewPlans;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.indelible.trial.TrialCommand.SetVerificationPlan;
import org.indelible.trial.VerificationPlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Verification against its plan, and the plan. */
@Controller
@RequestMapping("/trials/{trial}/verification-plan")
class VerificationPlanController {
    private static final int ROWS = 100;
    /** Where nobody has set a plan, everything is verified. */
    private static final VerificationPlan EVERYTHING = new VerificationPlan(0, 100, true, "-");

    private final ReviewPlans plans;
    private final VerificationOverviews overviews;
    private final TrialQueries trials;
    private final SiteQueries sites;
    private final Acts acts;

    VerificationPlanController(
            ReviewPlans plans, VerificationOverviews overviews, TrialQueries trials, SiteQueries sites, Acts acts) {
        this.plans = plans;
        this.overviews = overviews;
        this.trials = trials;
        this.sites = sites;
        this.acts = acts;
    }

    @GetMapping
    String show(TrialPage page, Tables tables, Model model) {
        Map<String, String> asked = tables.asked("verification", List.of("site", "page"));
        String site = asked.getOrDefault("site", "");
        Optional<VerificationPlan> plan = plans.verification(page.asOf());
        PagedList list = PagedList.of(asked, tables, overviews.count(page.asOf(), page.visibility(), site), ROWS);
        Optional<StudyBuild> build = trials.latestBuild(page.asOf());
        model.addAttribute("plan", plan.orElse(EVERYTHING));
        model.addAttribute("planned", plan.isPresent());
        model.addAttribute("planning", page.may(Act.SET_REVIEW_PLAN));
        model.addAttribute("list", list);
        model.addAttribute("site", site);
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute(
                "lines",
                build.map(b -> overviews.lines(
                                page.asOf(), page.visibility(), plan.orElse(EVERYTHING), b, site, list.slice()))
                        .orElse(List.of()));
        return "casebook/verification-plan";
    }

    @PostMapping
    String set(
            TrialPage page,
            Tables tables,
            @RequestParam Optional<Integer> first,
            @RequestParam Optional<Integer> percent,
            @RequestParam(defaultValue = "false") boolean critical,
            Model model,
            RedirectAttributes next) {
        try {
            VerificationPlan plan = new VerificationPlan(
                    first.orElse(-1),
                    percent.orElse(-1),
                    critical,
                    UUID.randomUUID().toString());
            acts.perform(page.person(), new SetVerificationPlan(page.trialId(), plan))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/verification-plan");
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            return show(page, tables, model);
        }
    }
}
