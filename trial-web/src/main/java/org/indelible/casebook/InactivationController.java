package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.SaveId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Nothing is deleted: what should not be there is inactivated, with a reason, and stays readable (R47). */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/inactivate")
class InactivationController {
    private final Casebooks casebooks;
    private final FormPages forms;
    private final CasebookTrees trees;
    private final Acts acts;

    InactivationController(Casebooks casebooks, FormPages forms, CasebookTrees trees, Acts acts) {
        this.casebooks = casebooks;
        this.forms = forms;
        this.trees = trees;
        this.acts = acts;
    }

    @GetMapping
    String ask(TrialPage page, @PathVariable String participant, FormAddress address, Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook, address);
        FormDef def = build.form(address.form())
                .orElseThrow(() -> Casebooks.notFound("The study build of this participant has no such form."));
        model.addAttribute("tree", trees.tree(page, casebook, casebooks.build(page, casebook), Optional.of(address)));
        model.addAttribute("form", forms.page(page, casebook, build, address, def, FormTyped.NOTHING));
        return "casebook/inactivate";
    }

    /** @param what the data points by their numbers on the page, as group, key and item each; or {@code form} for all of it */
    @PostMapping
    String inactivate(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam(defaultValue = "") List<String> what,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        try {
            acts.perform(page.person(), command(Casebooks.id(page, participant), address, what, category, reason))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + address.at(page.link("/participants/" + CasebookPaths.segment(participant) + "/form"));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("what", what);
            model.addAttribute("category", category);
            model.addAttribute("reason", reason);
            return ask(page, participant, address, model);
        }
    }

    private static RecordingCommand command(
            CasebookId casebook, FormAddress address, List<String> what, String category, String reason) {
        if (what.isEmpty()) {
            throw new DomainRefusal("nothing-chosen", "Nothing is chosen.", "Choose what should not be there.");
        }
        Reason why = new Reason(Reasons.category(category), reason.strip());
        SaveId save = new SaveId(UUID.randomUUID().toString());
        if (what.contains("form")) {
            return new RecordingCommand.InactivateForm(casebook, address.ref(), save, why);
        }
        List<ItemRef> items = what.stream().map(InactivationController::item).toList();
        return new RecordingCommand.InactivateItems(casebook, address.ref(), items, save, why);
    }

    private static ItemRef item(String text) {
        String[] parts = text.split("\t", -1);
        if (parts.length != 3) {
            throw new DomainRefusal("malformed-choice", "The choice cannot be read.", "Load the page again.");
        }
        return new ItemRef(parts[0], new RepeatKey(parts[1]), parts[2]);
    }
}
