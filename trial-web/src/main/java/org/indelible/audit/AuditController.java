package org.indelible.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.audit.AuditExports.Wanted;
import org.indelible.exports.Exports;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Tables;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.audit.AuditEntries;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditQueries;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.ReasonCategory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit trail on a page: filtered, searched, sorted and cut where it is stored; what the address asks for can be sent to somebody. */
@Controller
@RequestMapping("/trials/{trial}/audit")
class AuditController {
    private static final int ENTRIES = 40;
    /** A total beyond this is told as "more than". */
    private static final long COUNTED = 10_000;

    private final AuditQueries audit;
    private final AuditTrail trail;
    private final AuditLines lines;
    private final AuditExports exports;
    private final SiteQueries sites;
    private final TrialQueries trials;

    AuditController(
            AuditQueries audit,
            AuditTrail trail,
            AuditLines lines,
            AuditExports exports,
            SiteQueries sites,
            TrialQueries trials) {
        this.audit = audit;
        this.trail = trail;
        this.lines = lines;
        this.exports = exports;
        this.sites = sites;
        this.trials = trials;
    }

    @GetMapping
    String trail(TrialPage page, Tables tables, Model model) {
        AuditAsked asked = new AuditAsked(tables.asked("audit", AuditAsked.PARAMETERS));
        AuditWords words = trail.words(page.asOf());
        Map<String, String> people = trail.people(page.asOf());
        AuditFilter filter = asked.filter(words, people, page.zone());
        AuditEntries entries = audit.page(page.asOf(), page.visibility(), filter, asked.window(ENTRIES));
        long count = audit.count(page.asOf(), page.visibility(), filter, COUNTED + 1);
        model.addAttribute("asked", asked);
        model.addAttribute("sort", new AuditSorting(asked, tables));
        model.addAttribute("lines", lines.of(page, entries.rows(), words));
        model.addAttribute("count", Math.min(count, COUNTED));
        model.addAttribute("more", count > COUNTED);
        model.addAttribute(
                "earlier", entries.before().map(cursor -> turned(tables, asked, "before", cursor.toString())));
        model.addAttribute("later", entries.after().map(cursor -> turned(tables, asked, "after", cursor.toString())));
        model.addAttribute("cleared", tables.link(nothing()));
        model.addAttribute(
                "files",
                Stream.of(AuditFormat.values())
                        .map(format -> new FileLink(format.code(), file(page, asked, format)))
                        .toList());
        choices(page, people, model);
        return "audit/audit";
    }

    record FileLink(String format, String path) {}

    private void choices(TrialPage page, Map<String, String> people, Model model) {
        model.addAttribute(
                "people",
                people.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                        .toList());
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute("acts", AuditAct.values());
        model.addAttribute("reasons", ReasonCategory.values());
        model.addAttribute(
                "forms", trials.latestBuild(page.asOf()).map(StudyBuild::forms).orElse(List.of()));
        model.addAttribute(
                "items", trials.latestBuild(page.asOf()).map(StudyBuild::items).orElse(List.of()));
    }

    /** The rows that the page would show, all of them, as a file. */
    @GetMapping("/file")
    void file(TrialPage page, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        AuditFormat format = AuditFormat.of(parameters.getOrDefault("format", ""))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such format."));
        AuditAsked asked = new AuditAsked(parameters.entrySet().stream()
                .filter(entry -> AuditAsked.PARAMETERS.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        AuditFilter filter = asked.filter(trail.words(page.asOf()), trail.people(page.asOf()), page.zone());
        exports.send(
                new Wanted(page.asOf(), page.visibility(), filter, page.trial().name(), asked.inWords()),
                Exports.By.onPage(page.person()),
                format,
                response);
    }

    private static String turned(Tables tables, AuditAsked asked, String way, String cursor) {
        Map<String, String> all = new HashMap<>(asked.values());
        all.put("after", "");
        all.put("before", "");
        all.put(way, cursor);
        return tables.link(all);
    }

    private static Map<String, String> nothing() {
        Map<String, String> nothing = new HashMap<>();
        AuditAsked.PARAMETERS.forEach(name -> nothing.put(name, ""));
        return nothing;
    }

    private static String file(TrialPage page, AuditAsked asked, AuditFormat format) {
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromUriString(page.link("/audit/file")).queryParam("format", format.code());
        Map<String, String> values = new HashMap<>();
        AuditAsked.PARAMETERS.stream()
                .filter(name -> !asked.value(name).isEmpty())
                .forEach(name -> {
                    uri.queryParam(name, "{" + name + "}");
                    values.put(name, asked.value(name));
                });
        return uri.encode().buildAndExpand(values).toUriString();
    }
}
