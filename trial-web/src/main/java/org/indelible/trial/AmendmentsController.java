package org.indelible.trial;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.indelible.commands.Acting;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.validation.StudyBuildValidation;
import org.indelible.readmodel.amendment.AmendmentQueries;
import org.indelible.readmodel.amendment.AmendmentRow;
import org.indelible.readmodel.amendment.Previews;
import org.indelible.readmodel.amendment.Previews.Preview;
import org.indelible.security.Reauthentication;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.indelible.trial.AmendmentSubmission.Submitted;
import org.indelible.trial.AmendmentSubmission.Terms;
import org.indelible.trial.TrialCommand.ApproveAmendment;
import org.indelible.trial.TrialCommand.WithdrawAmendment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Amendments on screen: what differs, whom it touches, and the sponsor's decision. */
@Controller
@RequestMapping("/trials/{trial}/amendments")
class AmendmentsController {
    private static final Map<String, String> FIELDS = Map.of(
            "study-build-published", "document",
            "consent-form-published", "consentForm",
            "not-confirmed", "confirm",
            "authentication-failed", "password",
            "reason-required", "reason",
            "text-too-long", "reason");

    private final AmendmentSubmission submission;
    private final AmendmentQueries amendments;
    private final Previews previews;
    private final Acts acts;
    private final Reauthentication reauthentication;
    private final Say say;

    AmendmentsController(
            AmendmentSubmission submission,
            AmendmentQueries amendments,
            Previews previews,
            Acts acts,
            Reauthentication reauthentication,
            Say say) {
        this.submission = submission;
        this.amendments = amendments;
        this.previews = previews;
        this.acts = acts;
        this.reauthentication = reauthentication;
        this.say = say;
    }

    /** What is asked of who submits. */
    public record SubmissionForm(
            @Nullable String protocolVersion,
            @Nullable String training,
            @Nullable String consentForm,
            @Nullable Boolean reconsent) {
        Terms terms() {
            return new Terms(
                    given(protocolVersion), given(training), given(consentForm), Boolean.TRUE.equals(reconsent));
        }

        private static Optional<String> given(@Nullable String text) {
            return Optional.ofNullable(text).map(String::strip).filter(typed -> !typed.isEmpty());
        }
    }

    /** What is asked of who decides. */
    public record DecisionForm(
            @Nullable String confirm,
            @Nullable Long shownAt,
            @Nullable String username,
            @Nullable String password,
            @Nullable String category,
            @Nullable String reason) {
        static final DecisionForm EMPTY = new DecisionForm(null, null, null, null, null, null);

        Reason why() {
            return new Reason(
                    category == null || category.isEmpty() ? ReasonCategory.OTHER : ReasonCategory.valueOf(category),
                    reason == null ? "" : reason);
        }
    }

    @GetMapping
    String list(TrialPage page, Model model) {
        model.addAttribute("amendments", amendments.amendments(page.asOf()));
        return "amendments/list";
    }

    @GetMapping("/new")
    String ask(TrialPage page, Model model) {
        model.addAttribute("form", new SubmissionForm(null, null, null, null));
        return "amendments/new";
    }

    @PostMapping("/new")
    String submit(
            TrialPage page,
            SubmissionForm form,
            @RequestParam(required = false) @Nullable MultipartFile document,
            Model model,
            RedirectAttributes next)
            throws IOException {
        try {
            if (document == null || document.isEmpty()) {
                throw AtField.missing("document");
            }
            Submitted submitted = submission.submit(
                    page.trialId(),
                    form.terms(),
                    document.getBytes(),
                    Acting.onPage(page.person().actor()));
            next.addFlashAttribute("findings", submitted.findings());
            return "redirect:" + page.link("/amendments/" + submitted.amendment());
        } catch (MetadataRefusedException refused) {
            model.addAttribute("findings", refused.diagnostics());
            AtField.show(MetadataFindings.refusal(say), FIELDS, model);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
        } catch (IllegalArgumentException malformed) {
            AtField.show(
                    new DomainRefusal(
                            "malformed", say.message("trial-act.malformed"), String.valueOf(malformed.getMessage())),
                    Map.of("malformed", "protocolVersion"),
                    model);
        }
        model.addAttribute("form", form);
        return "amendments/new";
    }

    @GetMapping("/{amendment}")
    String look(TrialPage page, @PathVariable String amendment, HttpSession session, Model model) {
        return show(page, amendment, DecisionForm.EMPTY, session, model);
    }

    @PostMapping("/{amendment}/approve")
    String approve(
            TrialPage page,
            @PathVariable String amendment,
            DecisionForm form,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        try {
            AmendmentRow row = row(page, amendment);
            if (!row.protocolVersion()
                    .equals(Objects.requireNonNullElse(form.confirm(), "").strip())) {
                throw new DomainRefusal(
                        "not-confirmed",
                        say.message("amend.confirm.differs"),
                        say.message("confirm.type", row.protocolVersion()));
            }
            AuthenticationEvidence evidence = reauthentication.prove(
                    page.person(),
                    session,
                    Objects.requireNonNullElse(form.username(), ""),
                    Objects.requireNonNullElse(form.password(), ""));
            acts.perform(
                            page.person(),
                            new ApproveAmendment(
                                    page.trialId(),
                                    new AmendmentId(amendment),
                                    Objects.requireNonNullElse(form.shownAt(), 0L),
                                    evidence))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/amendments/" + amendment);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            return show(page, amendment, form, session, model);
        }
    }

    @PostMapping("/{amendment}/withdraw")
    String withdraw(
            TrialPage page,
            @PathVariable String amendment,
            DecisionForm form,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        try {
            acts.perform(page.person(), new WithdrawAmendment(page.trialId(), new AmendmentId(amendment), form.why()))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/amendments/" + amendment);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            return show(page, amendment, form, session, model);
        }
    }

    private String show(TrialPage page, String amendment, DecisionForm form, HttpSession session, Model model) {
        AmendmentRow row = row(page, amendment);
        model.addAttribute("amendment", row);
        Preview preview = previews.of(row, page.asOf()).orElseThrow(AmendmentsController::unknown);
        model.addAttribute("preview", preview);
        if (!model.containsAttribute("findings")) {
            model.addAttribute(
                    "findings", StudyBuildValidation.of(preview.diff().to()));
        }
        model.addAttribute("form", form);
        model.addAttribute("firstSigning", reauthentication.firstOfSignIn(page.person(), session));
        return "amendments/amendment";
    }

    private AmendmentRow row(TrialPage page, String amendment) {
        return amendments.amendment(page.asOf(), amendment).orElseThrow(AmendmentsController::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such amendment.");
    }
}
