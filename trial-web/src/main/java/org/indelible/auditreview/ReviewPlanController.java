package org.indelible.auditreview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.indelible.auditreview.AuditReviewCommand.BeginAuditReview;
import org.indelible.auditreview.AuditReviewCommand.EndReviewPlan;
import org.indelible.authority.Act;
import org.indelible.platform.LedgerTime;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.Today;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.account.RoleGrant;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A plan of reviews: made, begun under, ended. */
@Controller
@RequestMapping("/trials/{trial}/audit-reviews/plans")
class ReviewPlanController {
    private static final Map<String, String> FIELDS = Map.of(
            "title-required", "name",
            "title-too-long", "name",
            "basis-required", "basis",
            "text-too-long", "basis",
            "views-required", "views",
            "threshold-impossible", "views",
            "interval-impossible", "every",
            "reviewer-does-not-review", "role");
    private static final Map<String, String> OF_PLAN = Map.of(
            "period-reversed", "from",
            "period-in-the-future", "to",
            "reason-required", "reason",
            "text-too-long", "reason");

    private final ReviewBooks books;
    private final AccountQueries accounts;
    private final SiteQueries sites;
    private final LedgerTime time;
    private final Today today;
    private final Acts acts;

    ReviewPlanController(
            ReviewBooks books, AccountQueries accounts, SiteQueries sites, LedgerTime time, Today today, Acts acts) {
        this.books = books;
        this.accounts = accounts;
        this.sites = sites;
        this.time = time;
        this.today = today;
        this.acts = acts;
    }

    @GetMapping("/new")
    String ask(TrialPage page, Model model) {
        return ask(page, PlanForm.fresh(), model);
    }

    private String ask(TrialPage page, PlanForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("views", AuditView.values());
        model.addAttribute("roles", Act.REVIEW_AUDIT_TRAIL.roles());
        model.addAttribute("people", reviewers(page));
        model.addAttribute("sites", sites.sites(page.asOf()));
        return "auditreview/plan-new";
    }

    /** Whoever holds a role that reviews, by name. */
    private List<Map.Entry<String, String>> reviewers(TrialPage page) {
        return accounts
                .names(accounts.grants(page.id()).stream()
                        .filter(grant -> grant.revoked().isEmpty())
                        .filter(grant -> Act.REVIEW_AUDIT_TRAIL.roles().stream()
                                .anyMatch(role -> role.name().equals(grant.role())))
                        .map(RoleGrant::account)
                        .collect(Collectors.toSet()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .toList();
    }

    @PostMapping("/new")
    String plan(
            TrialPage page, @RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes next) {
        PlanForm form = PlanForm.of(typed);
        ReviewPlanId plan = new ReviewPlanId(UUID.randomUUID().toString());
        try {
            acts.perform(page.person(), form.command(page.trialId(), plan))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/audit-reviews/plans/" + plan);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            return ask(page, form, model);
        } catch (IllegalArgumentException malformed) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The site or the person is none of those to choose from.", malformed);
        }
    }

    @GetMapping("/{plan}")
    String show(TrialPage page, @PathVariable String plan, Model model) {
        ReviewBook book = books.of(page.asOf());
        PlanOnRecord known = known(book, plan);
        model.addAttribute("plan", known);
        model.addAttribute("reviews", book.reviewsOf(known));
        model.addAttribute("names", accounts.names(book.people()));
        model.addAttribute(
                "reviewer",
                known.terms()
                        .reviewer()
                        .account()
                        .map(one -> accounts.names(List.of(one.value())).getOrDefault(one.value(), one.value()))
                        .orElse(""));
        model.addAttribute("today", today.on(page.asOf()));
        model.addAttribute("mine", known.terms().reviewer().is(page.person().actor()));
        if (!model.containsAttribute("from")) {
            LocalDate day = today.on(page.asOf());
            model.addAttribute(
                    "from", known.last().orElseGet(() -> day.minus(known.terms().every())));
            model.addAttribute("to", day);
        }
        return "auditreview/plan";
    }

    @PostMapping("/{plan}/begin")
    String begin(
            TrialPage page,
            @PathVariable String plan,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Model model,
            RedirectAttributes next) {
        AuditReviewId review = new AuditReviewId(UUID.randomUUID().toString());
        try {
            if (from == null || to == null) {
                throw AtField.missing(from == null ? "from" : "to");
            }
            acts.perform(
                            page.person(),
                            new BeginAuditReview(
                                    page.trialId(),
                                    review,
                                    id(page, plan),
                                    period(page, from, to),
                                    page.asOf().treeSize()))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/audit-reviews/reviews/" + review);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, OF_PLAN, model);
            model.addAttribute("from", from);
            model.addAttribute("to", to);
            return show(page, plan, model);
        }
    }

    /** Both days are meant; today is, as far as it has gone. Nothing was recorded before there were such systems. */
    private ReviewPeriod period(TrialPage page, LocalDate from, LocalDate to) {
        Instant now = time.clockOf(page.id()).instant();
        LocalDate first = from.isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : from;
        return new ReviewPeriod(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.equals(LocalDate.ofInstant(now, ZoneOffset.UTC))
                        ? now
                        : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @PostMapping("/{plan}/end")
    String end(
            TrialPage page,
            @PathVariable String plan,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        try {
            Reason why =
                    new Reason(category.isEmpty() ? ReasonCategory.OTHER : ReasonCategory.valueOf(category), reason);
            acts.perform(page.person(), new EndReviewPlan(page.trialId(), id(page, plan), why))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/audit-reviews/plans/" + plan);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, OF_PLAN, model);
            model.addAttribute("category", category);
            model.addAttribute("reason", reason);
            return show(page, plan, model);
        }
    }

    private ReviewPlanId id(TrialPage page, String plan) {
        return known(books.of(page.asOf()), plan).terms().plan();
    }

    private static PlanOnRecord known(ReviewBook book, String plan) {
        return book.plan(plan)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such plan."));
    }
}
