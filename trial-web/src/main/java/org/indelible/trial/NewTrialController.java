package org.indelible.trial;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.indelible.commands.Acting;
import org.indelible.portal.AtField;
import org.indelible.portal.Say;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.trial.TrialRegistration.RegisteredTrial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registering a trial from its study metadata, or to design its study here. What the reader finds in the metadata is shown, whether it takes them or not. */
@Controller
@RequestMapping("/trials/new")
class NewTrialController {
    private final TrialRegistration registration;
    private final Say say;

    NewTrialController(TrialRegistration registration, Say say) {
        this.registration = registration;
        this.say = say;
    }

    @GetMapping
    String ask(Model model) {
        return show(null, model);
    }

    @PostMapping
    String register(
            @RequestParam(required = false) @Nullable TrialKind kind,
            @RequestParam(required = false) @Nullable MultipartFile document,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal SignedInPerson person,
            Model model,
            RedirectAttributes next)
            throws IOException {
        try {
            if (kind == null) {
                throw AtField.missing("kind");
            }
            boolean file = document != null && !document.isEmpty();
            if (!file && !name.isBlank()) {
                TrialId trial = registration.register(kind, name.strip(), Acting.onPage(person.actor()));
                return "redirect:/trials/" + trial + "/designs";
            }
            if (document == null || !file) {
                throw AtField.missing("document");
            }
            if (document.getSize() > TrialRegistration.LARGEST_METADATA) {
                throw new DomainRefusal(
                        "file-too-large",
                        say.message("metadata.too-large", TrialRegistration.LARGEST_METADATA >> 20),
                        say.message("metadata.too-large.cure"));
            }
            RegisteredTrial registered =
                    registration.register(kind, document.getBytes(), Acting.onPage(person.actor()));
            next.addFlashAttribute("findings", registered.findings());
            return "redirect:/trials/" + registered.trial();
        } catch (MetadataRefusedException refused) {
            model.addAttribute("findings", refused.diagnostics());
            AtField.show(MetadataFindings.refusal(say), Map.of(), model);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, Map.of("file-too-large", "document"), model);
        }
        model.addAttribute("name", name);
        return show(kind, model);
    }

    private String show(@Nullable TrialKind chosen, Model model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(TrialKind.values()).forEach(kind -> kinds.put(kind.name(), say.word("trial-kind", kind)));
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", chosen == null ? null : chosen.name());
        return "trials/new";
    }
}
