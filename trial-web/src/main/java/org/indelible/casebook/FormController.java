package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.authority.Act;
import org.indelible.portal.Acts;
import org.indelible.portal.Done;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A form: reading, entering and correcting it. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/form")
class FormController {
    private static final String VIEW = "casebook/form";

    /** Refusals that are told at the fields they are about, in words rather than by OID. */
    private static final Set<String> OF_FIELDS = Set.of("reason-required", "data-point-changed");

    private final Casebooks casebooks;
    private final FormPages forms;
    private final CasebookTrees trees;
    private final FormOpenings openings;
    private final Drafts drafts;
    private final Presence presence;
    private final Acts acts;
    private final Say say;

    FormController(
            Casebooks casebooks,
            FormPages forms,
            CasebookTrees trees,
            FormOpenings openings,
            Drafts drafts,
            Presence presence,
            Acts acts,
            Say say) {
        this.casebooks = casebooks;
        this.forms = forms;
        this.trees = trees;
        this.openings = openings;
        this.drafts = drafts;
        this.presence = presence;
        this.acts = acts;
        this.say = say;
    }

    @GetMapping
    String form(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam Optional<String> addRow,
            Model model) {
        openings.opened(page, casebooks.casebook(page, participant), address);
        if (!page.may(Act.RECORD_DATA)) {
            return show(page, participant, address, FormTyped.row(addRow), model);
        }
        Drafts.Place place = DraftController.place(page, participant, address);
        Optional<Draft> draft = drafts.find(place).filter(kept -> unsaved(page, participant, address, kept));
        model.addAttribute("draft", draft.map(Draft::typedAt).orElse(null));
        model.addAttribute("others", presence.others(place));
        return show(
                page,
                participant,
                address,
                draft.map(kept -> FormTyped.draft(kept.save(), addRow)).orElseGet(() -> FormTyped.row(addRow)),
                model);
    }

    @PostMapping
    String save(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes next) {
        // Whoever's it is not is refused by the domain, which records that they tried.
        boolean courtesy = page.may(Act.RECORD_DATA);
        FormSave sent = FormSave.parse(parameters);
        FormSave save = courtesy
                ? DraftController.decoded(sent, casebooks.build(page, participant, address), say.language())
                : sent;
        String addRow = parameters.getFirst("addRow");
        if (addRow != null) {
            return show(page, participant, address, FormTyped.withRow(save, addRow), model);
        }
        if (courtesy && save.changed().isEmpty() && save.answers().isEmpty()) {
            next.addFlashAttribute("nothingChanged", true);
            return redirect(page, participant, address);
        }
        Optional<String> dayError =
                save.dayIsWrong() ? Optional.of(say.message("form.day-wrong", save.observedOn())) : Optional.empty();
        boolean lacking = dayError.isPresent() || save.fields().stream().anyMatch(field -> field.lacksReason(false));
        if (courtesy && lacking) {
            return show(page, participant, address, FormTyped.refused(save, dayError), model);
        }
        CasebookId casebook = Casebooks.id(page, participant);
        Drafts.Place place = DraftController.place(page, participant, address);
        List<Prompt> prompts = drafts.find(place).map(Draft::prompts).orElse(List.of());
        try {
            Optional<Done> done = save.changed().isEmpty() && courtesy
                    ? Optional.empty()
                    : acts.perform(page.person(), save.toCommand(casebook, address.ref(), prompts));
            // What was said about a value follows the value.
            for (ReviewCommand.AnswerQuery answer : save.answers(casebook)) {
                Optional<Done> answered = acts.perform(page.person(), answer);
                done = done.isPresent() ? done : answered;
            }
            drafts.end(place);
            done.ifPresentOrElse(
                    saved -> next.addFlashAttribute("done", saved),
                    () -> next.addFlashAttribute("nothingChanged", true));
            return redirect(page, participant, address);
        } catch (DomainRefusal refusal) {
            if (!refusal.isForbidden()) {
                model.addAttribute(
                        "draft", drafts.keep(place, save.unsaved(), List.of()).typedAt());
            }
            model.addAttribute("refusal", refusal);
            model.addAttribute("atFields", OF_FIELDS.contains(refusal.code()));
            return show(page, participant, address, FormTyped.refused(save, Optional.empty()), model);
        }
    }

    /** A draft may have been kept while the form was being saved: what is recorded meanwhile as it was typed is none. */
    private boolean unsaved(TrialPage page, String participant, FormAddress address, Draft draft) {
        StudyBuild build = casebooks.build(page, participant, address);
        Optional<FormView> form = forms.recorded(page, participant, address);
        return !draft.save().answers().isEmpty()
                || draft.save().fields().stream()
                        .anyMatch(field -> !RecordedForm.holds(form, field, build, say.language()));
    }

    private String show(TrialPage page, String participant, FormAddress address, FormTyped typed, Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook, address);
        FormDef def = build.form(address.form())
                .orElseThrow(() -> Casebooks.notFound("The study build of this participant has no such form."));
        model.addAttribute("tree", trees.tree(page, casebook, casebooks.build(page, casebook), Optional.of(address)));
        model.addAttribute("form", forms.page(page, casebook, build, address, def, typed));
        return VIEW;
    }

    private static String redirect(TrialPage page, String participant, FormAddress address) {
        return "redirect:" + address.at(page.link("/participants/" + CasebookPaths.segment(participant) + "/form"));
    }
}
