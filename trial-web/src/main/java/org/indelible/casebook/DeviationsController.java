package org.indelible.casebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.authority.Act;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Column;
import org.indelible.portal.table.Tables;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.deviation.DeviationQueries;
import org.indelible.readmodel.deviation.DeviationRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deviations, raised by rules and by people: their class, what was done about them and what is still to do. */
@Controller
class DeviationsController {
    private final DeviationQueries deviations;
    private final AccountQueries accounts;
    private final TrialQueries trials;
    private final Casebooks casebooks;
    private final Acts acts;

    DeviationsController(
            DeviationQueries deviations, AccountQueries accounts, TrialQueries trials, Casebooks casebooks, Acts acts) {
        this.deviations = deviations;
        this.accounts = accounts;
        this.trials = trials;
        this.casebooks = casebooks;
        this.acts = acts;
    }

    @GetMapping("/trials/{trial}/deviations")
    String list(TrialPage page, Tables tables, Model model) {
        List<DeviationRow> rows = deviations.deviations(page.asOf(), page.visibility());
        Map<String, String> names =
                accounts.names(rows.stream().map(row -> row.provenance().by()).collect(Collectors.toSet()));
        Optional<StudyBuild> build = trials.latestBuild(page.asOf());
        List<Column<DeviationRow>> columns = List.of(
                Column.text("participant", "participants.participant", DeviationRow::participant),
                Column.text("kind", "deviation.kind", DeviationRow::kind),
                Column.text("visit", "deviation.visit", row -> visit(row, build)),
                Column.text("words", "deviation.words", DeviationsController::words),
                Column.moment(
                        "raised", "deviation.raised", row -> row.provenance().recordedAt()),
                Column.text(
                        "grade",
                        "deviation.grade",
                        row -> row.assessment().map(a -> a.grade()).orElse("")),
                Column.text("state", "query.status", DeviationsController::state));
        model.addAttribute("deviations", tables.of("deviations", columns, rows));
        model.addAttribute("names", names);
        model.addAttribute("build", build.orElse(null));
        return "casebook/deviations";
    }

    private static String visit(DeviationRow row, Optional<StudyBuild> build) {
        return row.event()
                .map(oid ->
                        build.flatMap(b -> b.event(oid)).map(def -> def.name()).orElse(oid))
                .orElse("");
    }

    private static String words(DeviationRow row) {
        return row.description().flatMap(text -> text.present()).orElse("");
    }

    private static String state(DeviationRow row) {
        return row.assessment().map(a -> a.closed() ? "closed" : "open").orElse("new");
    }

    @GetMapping("/trials/{trial}/participants/{participant}/deviations/new")
    String ask(TrialPage page, @PathVariable String participant, Model model) {
        var casebook = casebooks.casebook(page, participant);
        model.addAttribute("participant", participant);
        model.addAttribute("visits", casebook.events());
        model.addAttribute("build", casebooks.build(page, casebook));
        return "casebook/deviation-new";
    }

    /** @param visit event and key, divided by a tab; empty where it belongs to none */
    @PostMapping("/trials/{trial}/participants/{participant}/deviations/new")
    String raise(
            TrialPage page,
            @PathVariable String participant,
            @RequestParam(defaultValue = "") String visit,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes next) {
        try {
            if (text.isBlank()) {
                throw new DomainRefusal("description-needed", "A description is needed.", "Say what happened.");
            }
            acts.perform(
                            page.person(),
                            new LifecycleCommand.RaiseDeviation(
                                    Casebooks.id(page, participant), DeviationKind.OTHER, visit(visit), text.strip()))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/deviations");
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", text);
            model.addAttribute("chosen", visit);
            return ask(page, participant, model);
        }
    }

    private static Optional<VisitRef> visit(String text) {
        return text.isEmpty() ? Optional.empty() : PartChoice.parse(text).visit();
    }

    @GetMapping("/trials/{trial}/participants/{participant}/deviations/{deviation}")
    String deviation(TrialPage page, @PathVariable String participant, @PathVariable long deviation, Model model) {
        DeviationRow row = deviations.deviations(page.asOf(), page.visibility()).stream()
                .filter(one -> one.participant().equals(participant) && one.seq() == deviation)
                .findFirst()
                .orElseThrow(() -> Casebooks.notFound("There is no such deviation, or none that you may see."));
        model.addAttribute("row", row);
        model.addAttribute("visit", visit(row, trials.latestBuild(page.asOf())));
        model.addAttribute("names", accounts.names(List.of(row.provenance().by())));
        model.addAttribute("grades", DeviationGrade.values());
        model.addAttribute("assessing", page.may(Act.ASSESS_DEVIATION));
        return "casebook/deviation";
    }

    @PostMapping("/trials/{trial}/participants/{participant}/deviations/{deviation}")
    String assess(
            TrialPage page,
            @PathVariable String participant,
            @PathVariable long deviation,
            @RequestParam Optional<DeviationGrade> grade,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String followUp,
            @RequestParam(defaultValue = "false") boolean closed,
            Model model,
            RedirectAttributes next) {
        try {
            DeviationGrade chosen = grade.orElseThrow(
                    () -> new DomainRefusal("choice-needed", "A class is needed.", "Choose how grave it is."));
            acts.perform(
                            page.person(),
                            new DeviationCommand.AssessDeviation(
                                    Casebooks.id(page, participant),
                                    new Version(deviation),
                                    chosen,
                                    action,
                                    followUp.isBlank() ? Optional.empty() : Optional.of(followUp.strip()),
                                    closed))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/deviations");
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", action);
            model.addAttribute("typedFollowUp", followUp);
            model.addAttribute("chosenGrade", grade.orElse(null));
            return deviation(page, participant, deviation, model);
        }
    }
}
