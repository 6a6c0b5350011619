package org.indelible.casebook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.authority.Act;
import org.indelible.authors.RecordedAttempts;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.security.PasskeyAnswer;
import org.indelible.security.PasskeyDirectory;
import org.indelible.security.PasskeySignIns;
import org.indelible.security.Reauthentication;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.StreamId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing a form, a visit or the casebook (21 CFR 11.50, 11.200): what is signed, the statement, the credentials. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/sign")
class SigningController {
    private final Casebooks casebooks;
    private final CasebookTrees trees;
    private final SigningPages pages;
    private final FormOpenings openings;
    private final Reauthentication reauthentication;
    private final PasskeySignatures passkeys;
    private final RecordedAttempts attempts;
    private final Acts acts;

    SigningController(
            Casebooks casebooks,
            CasebookTrees trees,
            SigningPages pages,
            FormOpenings openings,
            Reauthentication reauthentication,
            PasskeySignatures passkeys,
            RecordedAttempts attempts,
            Acts acts) {
        this.casebooks = casebooks;
        this.trees = trees;
        this.pages = pages;
        this.openings = openings;
        this.reauthentication = reauthentication;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.acts = acts;
    }

    @GetMapping
    String ask(
            TrialPage page,
            @PathVariable String participant,
            SigningTarget target,
            HttpServletRequest request,
            Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        target.current().ifPresent(form -> openings.opened(page, casebook, form));
        return show(page, casebook, target, request, model);
    }

    private String show(
            TrialPage page, CasebookView casebook, SigningTarget target, HttpServletRequest request, Model model) {
        model.addAttribute("tree", trees.tree(page, casebook, casebooks.build(page, casebook), target.current()));
        model.addAttribute("signing", pages.page(page, casebook, target));
        model.addAttribute("maySign", openings.maySign(page, casebook));
        model.addAttribute("firstSigning", reauthentication.firstOfSignIn(page.person(), request.getSession()));
        model.addAttribute("byPasskey", !passkeys.usable(page.person(), request).isEmpty());
        model.addAttribute("meanings", SignatureMeaning.values());
        model.addAttribute("back", target.back(page, casebook.participant().key()));
        return "casebook/sign";
    }

    /**
     * What the signer's passkey is asked: the digest of exactly what is shown and meant.
     *
     * @param seen what the page had shown
     */
    @PostMapping("/options")
    ResponseEntity<PasskeySignIns.Question> options(
            TrialPage page,
            @PathVariable String participant,
            SigningTarget target,
            @RequestParam long seen,
            @RequestParam SignatureMeaning meaning,
            HttpServletRequest request) {
        List<PasskeyDirectory.Known> usable = passkeys.usable(page.person(), request);
        if (usable.isEmpty()) {
            throw new DomainRefusal("passkey-unknown", "You have no passkey here.", "Sign with your password.");
        }
        SigningCommand offered = offer(page, casebooks.casebook(page, participant), target, meaning, new Version(seen));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PasskeySignIns.Question(
                        Base64Text.URL.encode(passkeys.challenge(offered)),
                        usable.getFirst().passkey().relyingParty(),
                        usable.stream()
                                .map(known -> known.passkey().credential())
                                .toList()));
    }

    private SigningCommand offer(
            TrialPage page, CasebookView view, SigningTarget target, SignatureMeaning meaning, Version seen) {
        return command(page, view, target, meaning, reauthentication.about(page.person()), seen);
    }

    /** @param seen what the page had shown; the domain refuses where there is something later */
    @PostMapping
    String sign(
            TrialPage page,
            @PathVariable String participant,
            SigningTarget target,
            @RequestParam long seen,
            @RequestParam Optional<SignatureMeaning> meaning,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            PasskeyAnswer answer,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        try {
            SignatureMeaning meant = meaning.orElseThrow(() -> new DomainRefusal(
                    "meaning-needed", "A signature says what it means.", "Choose what your signature means."));
            CasebookView view = casebooks.casebook(page, participant);
            Version version = new Version(seen);
            List<PasskeyDirectory.Known> usable = passkeys.usable(page.person(), request);
            AuthenticationEvidence evidence = recordingFailure(
                    page,
                    participant,
                    () -> usable.isEmpty()
                            ? reauthentication.prove(page.person(), request.getSession(), username, password)
                            : reauthentication.prove(
                                    page.person(),
                                    request.getSession(),
                                    usable,
                                    passkeys.challenge(offer(page, view, target, meant, version)),
                                    answer,
                                    passkeys::keep));
            acts.perform(page.person(), command(page, view, target, meant, evidence, version))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            next.addFlashAttribute("signed", true);
            return "redirect:" + target.back(page, participant);
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            meaning.ifPresent(chosen -> model.addAttribute("meaning", chosen));
            model.addAttribute("username", username);
            return show(page, casebooks.casebook(page, participant), target, request, model);
        }
    }

    /** An attempt to sign with the wrong credentials is recorded (21 CFR 11.300(d)). */
    private AuthenticationEvidence recordingFailure(
            TrialPage page, String participant, Supplier<AuthenticationEvidence> authentication) {
        try {
            return authentication.get();
        } catch (DomainRefusal failed) {
            attempts.record(
                    page.person().account(),
                    Act.SIGN.code(),
                    failed.code(),
                    Optional.of(page.trialId()),
                    Optional.of(StreamId.of(Casebooks.id(page, participant)).toString()),
                    "page");
            throw failed;
        }
    }

    private SigningCommand command(
            TrialPage page,
            CasebookView view,
            SigningTarget target,
            SignatureMeaning meaning,
            AuthenticationEvidence evidence,
            Version seen) {
        CasebookId casebook = Casebooks.id(page, view.participant().key());
        var shown = pages.shownEntries(page, view, target);
        return switch (target.kind()) {
            case "form" ->
                new SigningCommand.SignForm(casebook, target.address().ref(), meaning, evidence, shown, seen);
            case "visit" ->
                new SigningCommand.SignVisit(
                        casebook, target.scope().visit().orElseThrow(), meaning, evidence, shown, seen);
            default -> new SigningCommand.SignCasebook(casebook, meaning, evidence, shown, seen);
        };
    }
}
