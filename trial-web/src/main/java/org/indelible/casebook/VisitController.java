package org.indelible.casebook;

import java.time.LocalDate;
import java.util.Optional;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Starting a visit. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/visit")
class VisitController {
    private final Casebooks casebooks;
    private final CasebookTrees trees;
    private final Acts acts;

    VisitController(Casebooks casebooks, CasebookTrees trees, Acts acts) {
        this.casebooks = casebooks;
        this.trees = trees;
        this.acts = acts;
    }

    @GetMapping
    String ask(TrialPage page, @PathVariable String participant, @RequestParam String event, Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook);
        model.addAttribute("tree", trees.tree(page, casebook, build, Optional.empty()));
        model.addAttribute("event", event(build, event));
        return "casebook/visit";
    }

    @PostMapping
    String start(
            TrialPage page,
            @PathVariable String participant,
            @RequestParam String event,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> on,
            Model model) {
        StudyEventDef def = event(casebooks.build(page, casebooks.casebook(page, participant)), event);
        VisitRef visit = new VisitRef(event, def.repeating() ? new RepeatKey(RepeatKeys.fresh()) : RepeatKey.NONE);
        CasebookId casebook = Casebooks.id(page, participant);
        try {
            acts.perform(page.person(), new VisitCommand.StartVisit(casebook, visit, on));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            return ask(page, participant, event, model);
        }
        String path = "/participants/" + CasebookPaths.segment(participant);
        Optional<Ref> first = def.formRefs().stream().findFirst();
        return "redirect:"
                + first.map(form -> new FormAddress(event, visit.eventKey().value(), form.oid(), "")
                                .at(page.link(path + "/form")))
                        .orElse(page.link(path));
    }

    private static StudyEventDef event(StudyBuild build, String oid) {
        return build.event(oid).orElseThrow(() -> Casebooks.notFound("The study build has no such visit."));
    }
}
