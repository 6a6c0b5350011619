package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.casebook.CasebookSteps;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.participant.Milestone;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A casebook: its contents, and what happened to the participant as such. */
@Controller
class CasebookController {
    private final Casebooks casebooks;
    private final CasebookTrees trees;
    private final ParticipantQueries participants;
    private final AccountQueries accounts;
    private final SigningOverviews signatures;
    private final ActTurns turns;
    private final CasebookSteps steps;

    CasebookController(
            Casebooks casebooks,
            CasebookTrees trees,
            ParticipantQueries participants,
            AccountQueries accounts,
            SigningOverviews signatures,
            ActTurns turns,
            CasebookSteps steps) {
        this.casebooks = casebooks;
        this.trees = trees;
        this.participants = participants;
        this.accounts = accounts;
        this.signatures = signatures;
        this.turns = turns;
        this.steps = steps;
    }

    @GetMapping("/trials/{trial}/participants/{participant}")
    String casebook(TrialPage page, @PathVariable String participant, Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        List<Milestone> milestones =
                new ArrayList<>(participants.milestones(page.asOf(), page.visibility(), participant));
        Map<String, String> names = accounts.names(
                milestones.stream().map(step -> step.provenance().by()).collect(Collectors.toSet()));
        StudyBuild build = casebooks.build(page, casebook);
        model.addAttribute("tree", trees.tree(page, casebook, build, Optional.empty()));
        model.addAttribute("signatures", signatures.of(page, casebook, build));
        model.addAttribute("milestones", milestones.reversed());
        model.addAttribute("names", names);
        model.addAttribute("acts", turns.of(page, participant));
        model.addAttribute("entries", casebook.entries());
        model.addAttribute("steps", steps.at(page.asOf(), participant));
        return "casebook/casebook";
    }
}
