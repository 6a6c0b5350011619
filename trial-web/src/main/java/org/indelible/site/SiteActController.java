package org.indelible.site;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.Duty;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.site.SiteDetail;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.security.Reauthentication;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
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
import org.springframework.web.util.UriUtils;

/** Acts at a site: its approvals, builds, investigator, delegations and training. */
@Controller
@RequestMapping("/trials/{trial}/sites/{site}/acts/{act}")
class SiteActController {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("approval-expires-before-it-begins", "until"),
            Map.entry("ethics-approval-missing", "build"),
            Map.entry("delegation-empty", "duties"),
            Map.entry("training-in-future", "from"),
            Map.entry("training-missing", ""),
            Map.entry("identity-not-proven", ""),
            Map.entry("reason-required", "reason"),
            Map.entry("text-too-long", "reason"),
            Map.entry("authentication-failed", "password"));

    private final SiteQueries sites;
    private final Staff staff;
    private final Clock clock;
    private final TrialQueries trials;
    private final Acts acts;
    private final BlobStore blobs;
    private final Reauthentication reauthentication;

    SiteActController(
            SiteQueries sites,
            Staff staff,
            Clock clock,
            TrialQueries trials,
            Acts acts,
            BlobStore blobs,
            Reauthentication reauthentication) {
        this.sites = sites;
        this.staff = staff;
        this.clock = clock;
        this.trials = trials;
        this.acts = acts;
        this.blobs = blobs;
        this.reauthentication = reauthentication;
    }

    @GetMapping
    String ask(
            TrialPage page,
            @PathVariable String site,
            @PathVariable String act,
            @RequestParam Optional<String> delegation,
            HttpSession session,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), page.zone());
        return show(page, site, act(act), SiteActForm.of(delegation, today), session, model);
    }

    @PostMapping
    String perform(
            TrialPage page,
            @PathVariable String site,
            @PathVariable String act,
            SiteActForm form,
            @RequestParam(required = false) @Nullable MultipartFile document,
            HttpSession session,
            Model model,
            RedirectAttributes next)
            throws IOException {
        SiteAct chosen = act(act);
        try {
            SiteId id = new SiteId(page.trialId(), new SiteKey(site));
            acts.perform(
                            page.person(),
                            form.toCommand(chosen, id, filed(document), authentication(page, chosen, form, session)))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/sites/" + UriUtils.encodePathSegment(site, StandardCharsets.UTF_8));
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
        } catch (IllegalArgumentException malformed) {
            AtField.show(
                    new DomainRefusal("malformed", String.valueOf(malformed.getMessage()), "Correct it and try again."),
                    FIELDS,
                    model);
        }
        return show(page, site, chosen, form, session, model);
    }

    private Optional<AuthenticationEvidence> authentication(
            TrialPage page, SiteAct act, SiteActForm form, HttpSession session) {
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

    private String show(TrialPage page, String site, SiteAct act, SiteActForm form, HttpSession session, Model model) {
        SiteDetail detail = sites.site(page.asOf(), site)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such site."));
        Map<String, String> people = staff.of(page.id(), site);
        model.addAttribute("site", detail);
        model.addAttribute("staff", people);
        detail.delegations().stream()
                .filter(row -> row.id().equals(form.delegation()))
                .findFirst()
                .ifPresent(row -> {
                    model.addAttribute("delegation", row);
                    model.addAttribute("delegate", people.getOrDefault(row.account(), row.account()));
                });
        model.addAttribute("act", act);
        model.addAttribute("form", form);
        model.addAttribute("builds", trials.builds(page.asOf()));
        model.addAttribute("applications", AmendmentApplication.values());
        model.addAttribute("duties", Duty.values());
        model.addAttribute("firstSigning", reauthentication.firstOfSignIn(page.person(), session));
        return "sites/act";
    }

    private static SiteAct act(String code) {
        return SiteAct.of(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such act."));
    }
}
