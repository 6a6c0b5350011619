package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.casebook.VisitCommand.MigrateForm;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving one begun form on to the participant's study build: what loses its place and which signatures go stale, before it is done. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/form/migrate")
class FormMigrationController {
    private final Casebooks casebooks;
    private final FormPages forms;
    private final CasebookTrees trees;
    private final Acts acts;

    FormMigrationController(Casebooks casebooks, FormPages forms, CasebookTrees trees, Acts acts) {
        this.casebooks = casebooks;
        this.forms = forms;
        this.trees = trees;
        this.acts = acts;
    }

    @GetMapping
    String ask(TrialPage page, @PathVariable String participant, FormAddress address, Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild present = casebooks.build(page, casebook);
        StudyBuild build = casebooks.build(page, casebook, address);
        FormDef def = build.form(address.form())
                .orElseThrow(() -> Casebooks.notFound("The study build of this form has no such form."));
        FormPage form = forms.page(page, casebook, build, address, def, FormTyped.NOTHING);
        model.addAttribute("tree", trees.tree(page, casebook, present, Optional.of(address)));
        model.addAttribute("form", form);
        model.addAttribute("from", build);
        model.addAttribute("to", present);
        model.addAttribute(
                "losing",
                form.fields()
                        .filter(field -> field.saved() && !field.marks().inactive())
                        .filter(field -> !remains(present, address.form(), field))
                        .toList());
        model.addAttribute("everSigned", everSigned(casebook, address));
        return "casebook/migrate";
    }

    @PostMapping
    String move(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        try {
            Optional<Reason> why = reason.isBlank() && category.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reason(Reasons.category(category), reason.strip()));
            acts.perform(page.person(), new MigrateForm(Casebooks.id(page, participant), address.ref(), why))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + address.at(page.link("/participants/" + CasebookPaths.segment(participant) + "/form"));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("category", category);
            model.addAttribute("reason", reason);
            return ask(page, participant, address, model);
        }
    }

    private static boolean everSigned(CasebookView casebook, FormAddress address) {
        return !FormPages.form(casebook, address)
                .map(FormView::signatures)
                .orElse(List.of())
                .isEmpty();
    }

    private static boolean remains(StudyBuild build, String form, Field field) {
        return build.form(form)
                .filter(def -> def.itemGroupRef(field.group()).isPresent())
                .flatMap(def -> build.itemGroup(field.group()))
                .filter((ItemGroupDef group) -> group.itemRef(field.item()).isPresent())
                .isPresent();
    }
}
