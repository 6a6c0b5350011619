package org.indelible.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.portal.AtField;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.design.Design;
import org.indelible.readmodel.trial.StudyBuildRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The drafts of a trial's study build: there may be several at a time. */
@Controller
@RequestMapping("/trials/{trial}/designs")
class DesignListController {
    private static final int LONGEST_NAME = 100;

    private final DesignDrafts drafts;
    private final DesignPages pages;
    private final TrialQueries trials;

    DesignListController(DesignDrafts drafts, DesignPages pages, TrialQueries trials) {
        this.drafts = drafts;
        this.pages = pages;
        this.trials = trials;
    }

    @GetMapping
    String list(TrialPage page, Model model) {
        return show(page, "", model);
    }

    /** @param from hash of the build to begin from; empty: with nothing */
    @PostMapping
    String begin(
            TrialPage page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        try {
            String given = AtField.needed(name, "name");
            if (given.length() > LONGEST_NAME) {
                throw new DomainRefusal(
                        "name-missing", "This name is too long.", "Use up to " + LONGEST_NAME + " characters.");
            }
            Optional<String> base = builds(page).stream()
                    .map(StudyBuildRow::hash)
                    .filter(from::equals)
                    .findFirst();
            StudyBuild start = base.flatMap(trials::build)
                    .orElseGet(() -> StudyBuild.of(Design.blank(page.trial().name())));
            String id = drafts.begin(
                    page.trialId(), given, base, start, page.person().printedName());
            return "redirect:" + page.link("/designs/" + id);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, Map.of(), model);
            return show(page, name, model);
        }
    }

    @GetMapping("/{design}/discard")
    String ask(TrialPage page, @PathVariable String design, Model model) {
        model.addAttribute("design", pages.draft(page, design));
        return "design/discard";
    }

    @PostMapping("/{design}/discard")
    String discard(
            TrialPage page, @PathVariable String design, @RequestParam(defaultValue = "") String confirm, Model model) {
        DraftDesign draft = pages.draft(page, design);
        if (!confirm.strip().equals(draft.name())) {
            AtField.show(
                    new DomainRefusal(
                            "confirm-missing",
                            "What you typed is not the name of the draft.",
                            "Type " + draft.name() + "."),
                    Map.of(),
                    model);
            return ask(page, design, model);
        }
        drafts.discard(draft);
        return "redirect:" + page.link("/designs");
    }

    private List<StudyBuildRow> builds(TrialPage page) {
        return trials.builds(page.asOf());
    }

    private String show(TrialPage page, String name, Model model) {
        List<DraftDesign> all = drafts.of(page.trialId());
        model.addAttribute("open", all.stream().filter(DraftDesign::open).toList());
        model.addAttribute("ended", all.stream().filter(draft -> !draft.open()).toList());
        model.addAttribute("builds", builds(page).reversed());
        model.addAttribute("name", name);
        return "design/list";
    }
}
