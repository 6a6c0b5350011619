package org.indelible.site;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.TrialPage;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.site.SiteCommand.OpenSite;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Opening a site in a trial. */
@Controller
@RequestMapping("/trials/{trial}/sites/new")
class OpenSiteController {
    private static final Map<String, String> FIELDS = Map.of(
            "site-already-opened", "key", "key-malformed", "key", "country-unknown", "country", "zone-unknown", "zone");

    private final Acts acts;

    OpenSiteController(Acts acts) {
        this.acts = acts;
    }

    /** What is typed; country by ISO 3166-1 alpha-2, zone by its IANA name. */
    public record NewSite(
            @Nullable String key,
            @Nullable String name,
            @Nullable String country,
            @Nullable String zone) {}

    @GetMapping
    String ask(TrialPage page, Model model) {
        return show(new NewSite(null, null, null, null), model);
    }

    @PostMapping
    String open(TrialPage page, NewSite form, Model model, RedirectAttributes next) {
        try {
            OpenSite command = command(page, form);
            acts.perform(page.person(), command).ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:"
                    + page.link("/sites/"
                            + UriUtils.encodePathSegment(command.site().key().value(), StandardCharsets.UTF_8));
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            return show(form, model);
        }
    }

    private static OpenSite command(TrialPage page, NewSite form) {
        return new OpenSite(
                new SiteId(page.trialId(), key(AtField.needed(form.key(), "key"))),
                AtField.needed(form.name(), "name"),
                country(AtField.needed(form.country(), "country")),
                zone(AtField.needed(form.zone(), "zone")));
    }

    private static SiteKey key(String typed) {
        try {
            return new SiteKey(typed);
        } catch (IllegalArgumentException malformed) {
            throw new DomainRefusal(
                    "key-malformed", "This cannot be a site key.", "Use up to 128 printable characters.");
        }
    }

    private static String country(String typed) {
        String code = typed.toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
            throw new DomainRefusal("country-unknown", "There is no such country code.", "Two letters, such as AT.");
        }
        return code;
    }

    private static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException unknown) {
            throw new DomainRefusal(
                    "zone-unknown", "There is no such time zone.", "Choose one of the list, such as Europe/Vienna.");
        }
    }

    private static String show(NewSite form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "zones",
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                        .sorted()
                        .toList());
        return "sites/new";
    }
}
