package org.indelible.design;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.indelible.portal.AtField;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.design.Design;
import org.indelible.protocols.design.Design.Edited;
import org.indelible.protocols.design.DesignEdit;
import org.indelible.protocols.design.DesignEdit.Kind;
import org.indelible.protocols.design.DesignEdit.Move;
import org.indelible.protocols.design.DesignEdit.Remove;
import org.indelible.protocols.design.DesignEdit.RemoveCheck;
import org.indelible.protocols.design.EditRefusedException;
import org.indelible.protocols.design.Trail;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Editing a draft of a study build, one place at a time; each edit is a step that can be undone. */
@Controller
@RequestMapping("/trials/{trial}/designs/{design}")
class DesignController {
    private final DesignDrafts drafts;
    private final DesignPages pages;

    DesignController(DesignDrafts drafts, DesignPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    String look(TrialPage page, @PathVariable String design, DesignPlace place, Model model) {
        DraftDesign draft = pages.draft(page, design);
        if (page.past()) {
            // Drafts are no record, and have no past.
            return "redirect:" + page.link("/designs");
        }
        return draft.open()
                ? pages.show(page, draft, place, Optional.empty(), model)
                : "redirect:" + page.link(draft.outcome().orElse(""));
    }

    @PostMapping("/save")
    String save(
            TrialPage page,
            @PathVariable String design,
            DesignPlace place,
            EditForm form,
            Model model,
            RedirectAttributes next) {
        DraftDesign draft = pages.draft(page, design);
        try {
            Edited edited = Edits.of(drafts.build(draft).content()).save(place, form);
            String about = form.question().isBlank()
                    ? form.name().isBlank() ? form.versionName() + form.message() : form.name()
                    : form.question();
            keep(page, draft, form.step(), edited, (place.fresh() ? "add-" : "change-") + place.what(), about);
            next.addFlashAttribute("saved", true);
            return "redirect:"
                    + after(StudyBuild.of(edited.content()), place, edited.oid())
                            .at(DesignPages.path(page, draft));
        } catch (EditRefusedException refused) {
            refuse(refused, model);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, Map.of(), model);
        }
        // What was typed stays; the draft is shown as it is now.
        return pages.show(page, pages.draft(page, design), place, Optional.of(form), model);
    }

    /** Where one goes on: from what is new to the next new one of its kind, so that a form is typed through. */
    private static DesignPlace after(StudyBuild build, DesignPlace place, String oid) {
        if (!place.fresh() || place.is("study")) {
            return place;
        }
        return switch (place.what()) {
            case "item" -> place;
            case "group" -> new DesignPlace("item", oid, "", place.form());
            case "form" -> new DesignPlace("group", oid, "", oid);
            case "check" -> lastCheck(build, place);
            default -> new DesignPlace(place.what(), place.in(), oid, place.form());
        };
    }

    /** The check that was added, to be tried. */
    private static DesignPlace lastCheck(StudyBuild build, DesignPlace place) {
        int last = build.item(place.in()).map(item -> item.rangeChecks().size()).orElse(1) - 1;
        return new DesignPlace("check", place.in(), Integer.toString(last), place.form());
    }

    /** @param act {@code remove}, {@code earlier} or {@code later} */
    @PostMapping("/arrange")
    String arrange(
            TrialPage page,
            @PathVariable String design,
            DesignPlace place,
            @RequestParam int step,
            @RequestParam String act,
            Model model) {
        DraftDesign draft = pages.draft(page, design);
        StudyBuild build = drafts.build(draft);
        try {
            boolean removes = act.equals("remove");
            Edited edited = Design.apply(build.content(), arranged(place, act), Design.language(build.content()));
            keep(
                    page,
                    draft,
                    step,
                    edited,
                    (removes ? "remove-" : "move-") + place.what(),
                    DesignNames.of(build, place));
            return "redirect:" + (removes ? above(build, place) : place).at(DesignPages.path(page, draft));
        } catch (EditRefusedException refused) {
            refuse(refused, model);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, Map.of(), model);
        }
        return pages.show(page, pages.draft(page, design), place, Optional.empty(), model);
    }

    private static DesignEdit arranged(DesignPlace place, String act) {
        if (place.is("check")) {
            return new RemoveCheck(place.in(), Edits.number(place.oid(), "at").orElseThrow(() -> gone(place)));
        }
        Kind kind = switch (place.what()) {
            case "event" -> Kind.EVENT;
            case "form" -> Kind.FORM;
            case "group" -> Kind.GROUP;
            case "item" -> Kind.ITEM;
            case "code-list" -> Kind.CODE_LIST;
            default -> throw gone(place);
        };
        return switch (act) {
            case "remove" -> new Remove(kind, place.in(), place.oid());
            case "earlier" -> new Move(kind, place.in(), place.oid(), true);
            case "later" -> new Move(kind, place.in(), place.oid(), false);
            default -> throw gone(place);
        };
    }

    private static EditRefusedException gone(DesignPlace place) {
        return new EditRefusedException(
                "edit-unknown", "", "This cannot be done with a " + place.what() + ".", "Load the page again.");
    }

    /** What something stood in, once it is gone. */
    private static DesignPlace above(StudyBuild build, DesignPlace place) {
        return switch (place.what()) {
            case "item" ->
                new DesignPlace("group", DesignPlace.formOf(build, place.in()).orElse(""), place.in(), place.form());
            case "group" -> new DesignPlace("form", "", place.in(), place.in());
            case "check" -> DesignPlace.of(build, place.in()).orElse(DesignPlace.STUDY);
            case "form" -> place.in().isEmpty() ? DesignPlace.STUDY : new DesignPlace("event", "", place.in(), "");
            default -> DesignPlace.STUDY;
        };
    }

    @PostMapping("/undo")
    String undo(TrialPage page, @PathVariable String design, @RequestParam int step, Model model) {
        return go(page, design, step, Trail::undone, model);
    }

    @PostMapping("/redo")
    String redo(TrialPage page, @PathVariable String design, @RequestParam int step, Model model) {
        return go(page, design, step, Trail::redone, model);
    }

    private String go(TrialPage page, String design, int step, Function<Trail, Optional<Trail>> way, Model model) {
        DraftDesign draft = pages.draft(page, design);
        try {
            requireShown(draft, step);
            way.apply(drafts.trail(draft)).ifPresent(there -> drafts.go(draft, there.current()));
            return "redirect:" + DesignPages.path(page, draft);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, Map.of(), model);
            return pages.show(page, pages.draft(page, design), DesignPlace.STUDY, Optional.empty(), model);
        }
    }

    private void keep(TrialPage page, DraftDesign draft, int step, Edited edited, String did, String about) {
        requireShown(draft, step);
        drafts.add(
                draft,
                StudyBuild.of(edited.content()),
                new DesignDrafts.Did(did, about.strip()),
                page.person().printedName());
    }

    private static void requireShown(DraftDesign draft, int step) {
        if (draft.step() != step) {
            throw DesignDrafts.movedOn();
        }
    }

    static void refuse(EditRefusedException refused, Model model) {
        AtField.show(
                new DomainRefusal(refused.code(), refused.message(), refused.cure()),
                Map.of(refused.code(), refused.field()),
                model);
    }
}
