package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.ledger.Proofs;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.review.CheckPrompts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed a data point, when, why, from what to what: in a drawer beside the form, or as a page of its own. */
@Controller
class HistoryController {
    private final Casebooks casebooks;
    private final ValueHistory history;
    private final CheckPrompts prompts;
    private final AccountQueries accounts;
    private final Proofs proofs;
    private final SignatureLines signatures;
    private final Say say;

    HistoryController(
            Casebooks casebooks,
            ValueHistory history,
            CheckPrompts prompts,
            AccountQueries accounts,
            Proofs proofs,
            SignatureLines signatures,
            Say say) {
        this.casebooks = casebooks;
        this.history = history;
        this.prompts = prompts;
        this.accounts = accounts;
        this.proofs = proofs;
        this.signatures = signatures;
        this.say = say;
    }

    /** What a check asked about before it was saved. */
    record Asked(ShownValue value, Provenance provenance) {}

    @GetMapping("/trials/{trial}/participants/{participant}/history")
    String history(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam String group,
            @RequestParam(defaultValue = "") String groupKey,
            @RequestParam String item,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean drawer,
            Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook, address);
        Optional<ItemDef> def = build.item(item);
        List<Change> changes = history.changes(page, participant, build, address.dataPoint(group, groupKey, item));
        model.addAttribute("label", def.map(d -> d.label(say.language())).orElse(item));
        List<CheckPrompts.Prompted> asked =
                prompts.of(page.asOf(), page.visibility(), participant, address.dataPoint(group, groupKey, item));
        model.addAttribute(
                "asked",
                asked.stream()
                        .map(prompt -> new Asked(
                                ShownValue.of(prompt.value(), def, build, say.language()), prompt.provenance()))
                        .toList());
        model.addAttribute(
                "names",
                accounts.names(
                        asked.stream().map(prompt -> prompt.provenance().by()).collect(Collectors.toSet())));
        model.addAttribute("drawer", drawer);
        model.addAttribute("participant", participant);
        model.addAttribute("changes", changes);
        model.addAttribute(
                "signatures",
                signatures.lines(
                        page,
                        casebook,
                        build,
                        FormPages.form(casebook, address)
                                .map(FormView::signatures)
                                .orElse(List.of())));
        model.addAttribute(
                "form", address.at(page.link("/participants/" + CasebookPaths.segment(participant) + "/form")));
        model.addAttribute(
                "proof", changes.stream().findFirst().flatMap(change -> proofs.of(page.id(), change.entry())));
        return drawer ? "casebook/history :: history" : "casebook/history";
    }
}
