package org.indelible.casebook;

import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.indelible.portal.Acts;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.security.Reauthentication;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acts on a participant: their consequence first, then what they need, then typing for the weighty ones. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/acts/{act}")
class ParticipantActController {
    private final Casebooks casebooks;
    private final Acts acts;
    private final Reauthentication reauthentication;
    private final Say say;

    ParticipantActController(Casebooks casebooks, Acts acts, Reauthentication reauthentication, Say say) {
        this.casebooks = casebooks;
        this.acts = acts;
        this.reauthentication = reauthentication;
        this.say = say;
    }

    @GetMapping
    String ask(
            TrialPage page,
            @PathVariable String participant,
            @PathVariable String act,
            HttpSession session,
            Model model) {
        return show(page, participant, act(act), ActForm.EMPTY, session, model);
    }

    @PostMapping
    String perform(
            TrialPage page,
            @PathVariable String participant,
            @PathVariable String act,
            ActForm form,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        ParticipantAct chosen = act(act);
        CasebookId casebook = Casebooks.id(page, participant);
        try {
            if (chosen.weighty() && !form.confirms(participant)) {
                throw new DomainRefusal(
                        "not-confirmed", say.message("confirm.differs"), say.message("confirm.type", participant));
            }
            Optional<AuthenticationEvidence> authentication = chosen.asksSignature()
                    ? Optional.of(reauthentication.prove(
                            page.person(),
                            session,
                            Objects.requireNonNullElse(form.username(), ""),
                            Objects.requireNonNullElse(form.password(), "")))
                    : Optional.empty();
            acts.perform(
                            page.person(),
                            form.toCommand(chosen, casebook, page.person().account(), page.zone(), authentication))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/participants/" + CasebookPaths.segment(participant));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            return show(page, participant, chosen, form, session, model);
        }
    }

    private String show(
            TrialPage page, String participant, ParticipantAct act, ActForm form, HttpSession session, Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        model.addAttribute("casebook", casebook);
        model.addAttribute("participant", participant);
        model.addAttribute("act", act);
        model.addAttribute("form", form);
        model.addAttribute("choices", choices(act));
        model.addAttribute("firstSigning", reauthentication.firstOfSignIn(page.person(), session));
        return "casebook/act";
    }

    static List<String> choices(ParticipantAct act) {
        return switch (act) {
            case FAIL_SCREENING ->
                Arrays.stream(ScreenFailure.values()).map(Enum::name).toList();
            case WITHDRAW_CONSENT ->
                Arrays.stream(WithdrawalScope.values()).map(Enum::name).toList();
            default -> List.of();
        };
    }

    private static ParticipantAct act(String code) {
        return ParticipantAct.of(code).orElseThrow(() -> Casebooks.notFound("There is no such act."));
    }
}
