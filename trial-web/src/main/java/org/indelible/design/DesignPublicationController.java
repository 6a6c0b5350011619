package org.indelible.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.commands.Acting;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.diff.StudyBuildDiff;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.validation.StudyBuildValidation;
import org.indelible.readmodel.trial.ProtocolVersionRow;
import org.indelible.readmodel.trial.StudyBuildRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;
import org.indelible.trial.AmendmentId;
import org.indelible.trial.AmendmentSubmission;
import org.indelible.trial.AmendmentSubmission.Terms;
import org.indelible.trial.TrialCommand.PublishProtocolVersion;
import org.indelible.trial.TrialRegistration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A draft becomes a study build: published at once before the trial begins, submitted as an amendment after. */
@Controller
@RequestMapping("/trials/{trial}/designs/{design}/publish")
class DesignPublicationController {
    private static final Map<String, String> FIELDS = Map.of(
            "malformed", "protocolVersion",
            "protocol-version-published", "protocolVersion",
            "consent-form-published", "consentForm");

    private final DesignDrafts drafts;
    private final DesignPages pages;
    private final TrialQueries trials;
    private final TrialRegistration registration;
    private final AmendmentSubmission amendments;
    private final Acts acts;
    private final Say say;

    DesignPublicationController(
            DesignDrafts drafts,
            DesignPages pages,
            TrialQueries trials,
            TrialRegistration registration,
            AmendmentSubmission amendments,
            Acts acts,
            Say say) {
        this.drafts = drafts;
        this.pages = pages;
        this.trials = trials;
        this.registration = registration;
        this.amendments = amendments;
        this.acts = acts;
        this.say = say;
    }

    /** What goes with the build. */
    public record PublicationForm(
            Integer step, String protocolVersion, String training, String consentForm, Boolean reconsent) {
        static final PublicationForm EMPTY = new PublicationForm(0, "", "", "", false);

        /** What was not sent is empty. */
        public PublicationForm {
            step = step == null ? 0 : step;
            reconsent = Boolean.TRUE.equals(reconsent);
            protocolVersion = protocolVersion == null ? "" : protocolVersion.strip();
            training = training == null ? "" : training.strip();
            consentForm = consentForm == null ? "" : consentForm.strip();
        }

        Terms terms() {
            return new Terms(given(protocolVersion), given(training), given(consentForm), reconsent);
        }

        static Optional<String> given(String text) {
            return Optional.of(text).filter(typed -> !typed.isEmpty());
        }
    }

    @GetMapping
    String ask(TrialPage page, @PathVariable String design, Model model) {
        return show(page, pages.draft(page, design), PublicationForm.EMPTY, model);
    }

    @PostMapping
    String publish(TrialPage page, @PathVariable String design, PublicationForm form, Model model) {
        DraftDesign draft = pages.draft(page, design);
        StudyBuild build = drafts.build(draft);
        try {
            requirePublishable(draft, build, form);
            String outcome = begun(page) ? submit(page, build, form) : publish(page, build, form);
            drafts.end(draft, outcome);
            return "redirect:" + page.link(outcome);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
        } catch (IllegalArgumentException malformed) {
            AtField.show(
                    new DomainRefusal(
                            "malformed", say.message("trial-act.malformed"), String.valueOf(malformed.getMessage())),
                    FIELDS,
                    model);
        }
        return show(page, draft, form, model);
    }

    private static void requirePublishable(DraftDesign draft, StudyBuild build, PublicationForm form) {
        if (!draft.open() || draft.step() != form.step()) {
            throw DesignDrafts.movedOn();
        }
        if (StudyBuildValidation.of(build).stream().anyMatch(Diagnostic::error)) {
            throw new DomainRefusal(
                    "design-has-errors",
                    "The draft has errors, so it cannot be published.",
                    "Mend what is marked as an error below first.");
        }
        if (build.studyEvents().isEmpty() || build.items().isEmpty()) {
            throw new DomainRefusal(
                    "design-asks-nothing",
                    "The draft asks nothing: it has no visit, or no item on a form.",
                    "Add a visit, a form at it, and what is asked on it.");
        }
    }

    /** @return where the build stands */
    private String publish(TrialPage page, StudyBuild build, PublicationForm form) {
        ProtocolVersion version = new ProtocolVersion(
                form.protocolVersion().isEmpty() ? latest(page).orElse("1") : form.protocolVersion());
        boolean published = page.trial().protocolVersions().stream()
                .anyMatch(row -> row.version().equals(version.value()));
        if (!published) {
            acts.perform(page.person(), new PublishProtocolVersion(page.trialId(), version, Optional.empty()));
        }
        registration.publishBuild(
                page.trialId(),
                build,
                version,
                PublicationForm.given(form.training()).map(TrainingVersion::new),
                Acting.onPage(page.person().actor()));
        return "/builds/" + build.hash();
    }

    /** @return where the amendment stands */
    private String submit(TrialPage page, StudyBuild build, PublicationForm form) {
        AmendmentId amendment = amendments.submit(
                page.trialId(),
                form.terms(),
                build,
                Optional.empty(),
                Acting.onPage(page.person().actor()));
        return "/amendments/" + amendment;
    }

    private String show(TrialPage page, DraftDesign draft, PublicationForm form, Model model) {
        StudyBuild build = drafts.build(draft);
        Optional<StudyBuild> present = trials.latestBuild(page.asOf());
        model.addAttribute("design", draft);
        model.addAttribute("path", DesignPages.path(page, draft));
        model.addAttribute("build", build);
        model.addAttribute("form", form);
        model.addAttribute("amends", begun(page));
        model.addAttribute("latest", latest(page).orElse("1"));
        model.addAttribute("present", present.orElse(null));
        model.addAttribute(
                "changes",
                present.map(was -> StudyBuildDiff.between(was, build).changes()).orElse(List.of()));
        model.addAttribute(
                "outdated",
                draft.base().isPresent()
                        && present.filter(was -> !was.hash().equals(draft.base().get()))
                                .isPresent());
        pages.findings(page, draft, build, model);
        return "design/publish";
    }

    /** Whether the study build changes by amendments only. */
    private boolean begun(TrialPage page) {
        List<StudyBuildRow> builds = trials.builds(page.asOf());
        return !page.trial().status().equals("registered") && !builds.isEmpty();
    }

    private static Optional<String> latest(TrialPage page) {
        List<ProtocolVersionRow> versions = page.trial().protocolVersions();
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.getLast().version());
    }
}
