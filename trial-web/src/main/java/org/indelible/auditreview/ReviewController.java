package org.indelible.auditreview;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.auditreview.AuditReviewCommand.FollowUpAuditFinding;
import org.indelible.auditreview.AuditReviewCommand.RecordAuditFinding;
import org.indelible.auditreview.AuditReviewCommand.SignOffAuditReview;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.auditreview.AuditReviewQueries;
import org.indelible.security.Reauthentication;
import org.indelible.shared.DomainRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A review: what its views show, what was found, what was done about it, and the sign-off. */
@Controller
@RequestMapping("/trials/{trial}/audit-reviews/reviews/{review}")
class ReviewController {
    private static final Map<String, String> OF_FINDING = Map.of(
            "view-not-planned", "view",
            "entry-not-shown", "entry",
            "text-required", "text",
            "text-too-long", "text");
    private static final Map<String, String> OF_SIGN_OFF = Map.of(
            "conclusion-required", "conclusion",
            "text-too-long", "conclusion",
            "authentication-failed", "password");

    private final ReviewBooks books;
    private final AuditReviewQueries queries;
    private final AccountQueries accounts;
    private final Reauthentication reauthentication;
    private final Acts acts;

    ReviewController(
            ReviewBooks books,
            AuditReviewQueries queries,
            AccountQueries accounts,
            Reauthentication reauthentication,
            Acts acts) {
        this.books = books;
        this.queries = queries;
        this.accounts = accounts;
        this.reauthentication = reauthentication;
        this.acts = acts;
    }

    /** A view of the plan, and how many lines it shows. */
    public record Looked(PlannedView planned, long lines) {}

    /** A finding as it is typed; where it comes from a view, that and the entry are there already. */
    public record FindingForm(String view, String entry, String text) {}

    @GetMapping
    String look(
            TrialPage page,
            @PathVariable String review,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String entry,
            HttpSession session,
            Model model) {
        model.addAttribute("form", new FindingForm(view, entry, ""));
        return show(page, review, session, model);
    }

    private String show(TrialPage page, String id, HttpSession session, Model model) {
        ReviewBook book = books.of(page.asOf());
        ReviewOnRecord review = known(book, id);
        PlanOnRecord plan = book.planOf(review).orElseThrow(ReviewController::unknown);
        model.addAttribute("review", review);
        model.addAttribute("plan", plan);
        model.addAttribute("looked", looked(page, review, plan));
        model.addAttribute("names", accounts.names(book.people()));
        model.addAttribute("mine", plan.terms().reviewer().is(page.person().actor()));
        model.addAttribute("firstSigning", reauthentication.firstOfSignIn(page.person(), session));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new FindingForm("", "", ""));
        }
        return "auditreview/review";
    }

    private List<Looked> looked(TrialPage page, ReviewOnRecord review, PlanOnRecord plan) {
        return plan.terms().views().stream()
                .map(view -> new Looked(
                        view,
                        queries.count(
                                ReviewScopes.asOf(page.asOf(), review),
                                page.visibility(),
                                ReviewScopes.of(review, plan, view))))
                .toList();
    }

    @PostMapping("/findings")
    String record(
            TrialPage page,
            @PathVariable String review,
            FindingForm form,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        try {
            acts.perform(
                            page.person(),
                            new RecordAuditFinding(
                                    page.trialId(), id(page, review), view(form), entry(form), form.text()))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return back(page, review);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, OF_FINDING, model);
            model.addAttribute("form", form);
            return show(page, review, session, model);
        }
    }

    private static AuditView view(FindingForm form) {
        return List.of(AuditView.values()).stream()
                .filter(view -> view.name().equals(form.view()))
                .findFirst()
                .orElseThrow(() -> AtField.missing("view"));
    }

    /** What is no number of an entry is one that no review shows. */
    private static Optional<Long> entry(FindingForm form) {
        String typed = form.entry().strip();
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : -1L);
    }

    @PostMapping("/findings/{finding}")
    String followUp(
            TrialPage page,
            @PathVariable String review,
            @PathVariable int finding,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String conclusion,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        try {
            if (conclusion.isEmpty()) {
                throw new DomainRefusal(
                        "conclusion-required",
                        "It is not said whether anything is left to do.",
                        "Choose one of the two.");
            }
            acts.perform(
                            page.person(),
                            new FollowUpAuditFinding(
                                    page.trialId(), id(page, review), finding, text, conclusion.equals("closed")))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return back(page, review);
        } catch (DomainRefusal refusal) {
            String field = "follow-up-" + finding;
            AtField.show(
                    refusal,
                    Map.of(
                            "text-required", field,
                            "text-too-long", field,
                            "conclusion-required", "conclusion-" + finding),
                    model);
            model.addAttribute("typed", text);
            model.addAttribute("chosen", conclusion);
            model.addAttribute("typedAt", finding);
            return show(page, review, session, model);
        }
    }

    @PostMapping("/sign-off")
    String signOff(
            TrialPage page,
            @PathVariable String review,
            @RequestParam(defaultValue = "") String conclusion,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        try {
            acts.perform(
                            page.person(),
                            new SignOffAuditReview(
                                    page.trialId(),
                                    id(page, review),
                                    conclusion,
                                    reauthentication.prove(page.person(), session, username, password)))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return back(page, review);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, OF_SIGN_OFF, model);
            model.addAttribute("conclusion", conclusion);
            return show(page, review, session, model);
        }
    }

    private AuditReviewId id(TrialPage page, String review) {
        return known(books.of(page.asOf()), review).review().review();
    }

    private static String back(TrialPage page, String review) {
        return "redirect:" + page.link("/audit-reviews/reviews/" + review);
    }

    private static ReviewOnRecord known(ReviewBook book, String review) {
        return book.review(review).orElseThrow(ReviewController::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review.");
    }
}
