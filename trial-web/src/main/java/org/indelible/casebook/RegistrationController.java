package org.indelible.casebook;

import java.util.Optional;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SiteKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering a participant. */
@Controller
@RequestMapping("/trials/{trial}/participants/new")
class RegistrationController {
    private final SiteQueries sites;
    private final Acts acts;

    RegistrationController(SiteQueries sites, Acts acts) {
        this.sites = sites;
        this.acts = acts;
    }

    @GetMapping
    String ask(TrialPage page, Model model) {
        return show(page, "", "", "", model);
    }

    @PostMapping
    String register(
            TrialPage page,
            @RequestParam String key,
            @RequestParam String site,
            @RequestParam(defaultValue = "") String rescreenOf,
            Model model) {
        try {
            CasebookId casebook = new CasebookId(page.trialId(), new ParticipantKey(key.strip()));
            Optional<ParticipantKey> earlier =
                    FormAddress.present(rescreenOf.strip()).map(ParticipantKey::new);
            acts.perform(page.person(), new LifecycleCommand.RegisterParticipant(casebook, new SiteKey(site), earlier));
            return "redirect:" + page.link("/participants/" + CasebookPaths.segment(key.strip()));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
        } catch (IllegalArgumentException malformed) {
            model.addAttribute(
                    "refusal",
                    new DomainRefusal("malformed-key", String.valueOf(malformed.getMessage()), "Type another key."));
        }
        return show(page, key, site, rescreenOf, model);
    }

    private String show(TrialPage page, String key, String site, String rescreenOf, Model model) {
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute("key", key);
        model.addAttribute(
                "site",
                site.isEmpty()
                        ? page.person().inForce().site().map(SiteKey::value).orElse("")
                        : site);
        model.addAttribute("rescreenOf", rescreenOf);
        return "participants/register";
    }
}
