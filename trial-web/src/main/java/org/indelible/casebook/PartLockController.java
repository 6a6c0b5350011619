package org.indelible.casebook;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.casebook.PartLockCommand.AuthorisePartUnlock;
import org.indelible.casebook.PartLockCommand.FreezePart;
import org.indelible.casebook.PartLockCommand.LockPart;
import org.indelible.casebook.PartLockCommand.UnfreezePart;
import org.indelible.casebook.PartLockCommand.UnlockPart;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.security.Reauthentication;
import org.indelible.shared.CasebookId;
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

/** Freezing, locking and unlocking a casebook and its parts, down to the item, with what stands against it in numbers. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/locks")
class PartLockController {
    private final Casebooks casebooks;
    private final CasebookTrees trees;
    private final PartChecklists checklists;
    private final Reauthentication reauthentication;
    private final Acts acts;

    PartLockController(
            Casebooks casebooks,
            CasebookTrees trees,
            PartChecklists checklists,
            Reauthentication reauthentication,
            Acts acts) {
        this.casebooks = casebooks;
        this.trees = trees;
        this.checklists = checklists;
        this.reauthentication = reauthentication;
        this.acts = acts;
    }

    @GetMapping
    String show(
            TrialPage page,
            @PathVariable String participant,
            @RequestParam(defaultValue = "") String part,
            HttpSession session,
            Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook);
        Optional<PartScope> item = part.isEmpty()
                ? Optional.empty()
                : Optional.of(PartChoice.parse(part))
                        .filter(scope -> scope.item().isPresent());
        model.addAttribute("tree", trees.tree(page, casebook, build, Optional.empty()));
        model.addAttribute("lines", checklists.lines(page, casebook, build, item));
        model.addAttribute("part", part);
        model.addAttribute("participant", participant);
        model.addAttribute("freezing", page.may(Act.FREEZE));
        model.addAttribute("locking", page.may(Act.LOCK_CASEBOOK));
        model.addAttribute("authorising", page.may(Act.AUTHORISE_UNLOCK));
        model.addAttribute("firstSigning", reauthentication.firstOfSignIn(page.person(), session));
        return "casebook/locks";
    }

    /** @param act {@code freeze}, {@code unfreeze}, {@code lock}, {@code authorise} or {@code unlock} */
    @PostMapping
    String perform(
            TrialPage page,
            @PathVariable String participant,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        try {
            if (part.isEmpty()) {
                throw new DomainRefusal("nothing-chosen", "Nothing is chosen.", "Choose a part of the casebook.");
            }
            PartScope scope = PartChoice.parse(part);
            CasebookId casebook = Casebooks.id(page, participant);
            Optional<Reason> why = reason.isBlank() && category.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reason(Reasons.category(category), reason.strip()));
            CasebookCommand command = switch (act) {
                case "freeze" -> new FreezePart(casebook, scope);
                case "unfreeze" -> new UnfreezePart(casebook, scope, needed(why));
                case "lock" ->
                    scope.isWhole() ? new LockCommand.LockCasebook(casebook, why) : new LockPart(casebook, scope, why);
                case "authorise" -> authorise(page, session, casebook, scope, needed(why), username, password);
                case "unlock" ->
                    scope.isWhole()
                            ? new LockCommand.UnlockCasebook(casebook, needed(why))
                            : new UnlockPart(casebook, scope, needed(why));
                default -> throw new DomainRefusal("malformed-choice", "There is no such act.", "Load the page again.");
            };
            acts.perform(page.person(), command)
                    .ifPresentOrElse(
                            done -> next.addFlashAttribute("done", done),
                            () -> next.addFlashAttribute("nothingChanged", true));
            return "redirect:" + page.link("/participants/" + CasebookPaths.segment(participant) + "/locks");
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("category", category);
            model.addAttribute("reason", reason);
            return show(page, participant, part, session, model);
        }
    }

    private CasebookCommand authorise(
            TrialPage page,
            HttpSession session,
            CasebookId casebook,
            PartScope scope,
            Reason why,
            String username,
            String password) {
        var evidence = reauthentication.prove(page.person(), session, username, password);
        return scope.isWhole()
                ? new LockCommand.AuthoriseUnlock(casebook, why, evidence)
                : new AuthorisePartUnlock(casebook, scope, why, evidence);
    }

    private static Reason needed(Optional<Reason> why) {
        return why.orElseThrow(() -> new DomainRefusal(
                "reason-required", "A reason is needed.", "Choose one from the list, and say it in your words."));
    }
}
