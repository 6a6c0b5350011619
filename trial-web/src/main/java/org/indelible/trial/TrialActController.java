package org.indelible.trial;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.commands.Acting;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.security.Reauthentication;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acts on a trial as a whole: publishing, opening, closing, locking. */
@Controller
@RequestMapping("/trials/{trial}/acts/{act}")
class TrialActController {
    private static final Map<String, String> FIELDS = Map.of(
            "protocol-version-published", "version",
            "consent-form-published", "version",
            "protocol-version-unknown", "protocolVersion",
            "study-build-published", "document",
            "reason-required", "reason",
            "text-too-long", "reason",
            "not-confirmed", "confirm",
            "retention-not-shortened", "until",
            "authentication-failed", "password");

    private final Acts acts;
    private final BlobStore blobs;
    private final TrialRegistration registration;
    private final Reauthentication reauthentication;
    private final Say say;

    TrialActController(
            Acts acts, BlobStore blobs, TrialRegistration registration, Reauthentication reauthentication, Say say) {
        this.acts = acts;
        this.blobs = blobs;
        this.registration = registration;
        this.reauthentication = reauthentication;
        this.say = say;
    }

    @GetMapping
    String ask(TrialPage page, @PathVariable String act, HttpSession session, Model model) {
        return show(page, act(act), TrialActForm.EMPTY, session, model);
    }

    @PostMapping
    String perform(
            TrialPage page,
            @PathVariable String act,
            TrialActForm form,
            @RequestParam(required = false) @Nullable MultipartFile document,
            HttpSession session,
            Model model,
            RedirectAttributes next)
            throws IOException {
        TrialAct chosen = act(act);
        try {
            if (chosen.weighty() && !form.confirms(page.trial().name())) {
                throw new DomainRefusal(
                        "not-confirmed",
                        say.message("trial-act.confirm.differs"),
                        say.message("confirm.type", page.trial().name()));
            }
            if (chosen == TrialAct.PUBLISH_BUILD) {
                next.addFlashAttribute("findings", publish(page, form, document));
            } else {
                Optional<AuthenticationEvidence> authentication = authentication(page, chosen, form, session);
                acts.perform(page.person(), form.toCommand(chosen, page.trialId(), filed(document), authentication))
                        .ifPresent(done -> next.addFlashAttribute("done", done));
            }
            return "redirect:" + page.link("");
        } catch (MetadataRefusedException refused) {
            model.addAttribute("findings", refused.diagnostics());
            AtField.show(MetadataFindings.refusal(say), FIELDS, model);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
        } catch (IllegalArgumentException malformed) {
            AtField.show(
                    new DomainRefusal(
                            "malformed", say.message("trial-act.malformed"), String.valueOf(malformed.getMessage())),
                    Map.of("malformed", "version"),
                    model);
        }
        return show(page, chosen, form, session, model);
    }

    private List<?> publish(TrialPage page, TrialActForm form, @Nullable MultipartFile metadata)
            throws IOException, MetadataRefusedException {
        if (metadata == null || metadata.isEmpty()) {
            throw AtField.missing("document");
        }
        return registration.publishBuild(
                page.trialId(),
                form.implemented(),
                form.trainingAsked(),
                metadata.getBytes(),
                Acting.onPage(page.person().actor()));
    }

    private Optional<AuthenticationEvidence> authentication(
            TrialPage page, TrialAct act, TrialActForm form, HttpSession session) {
        return act.asksSignature()
                ? Optional.of(reauthentication.prove(
                        page.person(),
                        session,
                        Objects.requireNonNullElse(form.username(), ""),
                        Objects.requireNonNullElse(form.password(), "")))
                : Optional.empty();
    }

    private Optional<DocumentHash> filed(@Nullable MultipartFile document) throws IOException {
        return document == null || document.isEmpty()
                ? Optional.empty()
                : Optional.of(new DocumentHash(blobs.put(document.getBytes())));
    }

    private String show(TrialPage page, TrialAct act, TrialActForm form, HttpSession session, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("form", form);
        model.addAttribute("firstSigning", reauthentication.firstOfSignIn(page.person(), session));
        return "trials/act";
    }

    private static TrialAct act(String code) {
        return TrialAct.of(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such act."));
    }
}
