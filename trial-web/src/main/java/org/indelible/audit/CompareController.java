package org.indelible.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.casebook.ValueWords;
import org.indelible.portal.LocalMoment;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Export;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfRefused;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.audit.AuditRow;
import org.indelible.readmodel.audit.Comparison;
import org.indelible.readmodel.audit.Comparisons;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What changed between two points, side by side. Points are given as the time control gives them: a number of entries, or a moment. */
@Controller
class CompareController {
    private static final int ROWS = 100;
    private static final Duration LATELY = Duration.ofDays(7);
    private static final List<String> PARAMETERS = List.of("from", "to", "site", "participant", "form", "page");
    private static final List<String> EXPORTED = List.of(
            "participants.participant",
            "participants.site",
            "compare.place",
            "audit.item",
            "compare.then",
            "compare.now",
            "audit.by",
            "audit.when",
            "audit.reason",
            "audit.proof");

    private final Comparisons comparisons;
    private final AuditTrail trail;
    private final AuditLines lines;
    private final AsOfResolver points;
    private final SiteQueries sites;
    private final TrialQueries trials;
    private final Say say;

    CompareController(
            Comparisons comparisons,
            AuditTrail trail,
            AuditLines lines,
            AsOfResolver points,
            SiteQueries sites,
            TrialQueries trials,
            Say say) {
        this.comparisons = comparisons;
        this.trail = trail;
        this.lines = lines;
        this.points = points;
        this.sites = sites;
        this.trials = trials;
        this.say = say;
    }

    @GetMapping("/trials/{trial}/compare")
    String compare(TrialPage page, Tables tables, Model model) {
        Map<String, String> asked = tables.asked("compare", PARAMETERS);
        Points chosen = points(page, asked, model);
        AsOf to = chosen.to();
        Comparison comparison = new Comparison(
                chosen.from().treeSize(), given(asked, "site"), given(asked, "participant"), given(asked, "form"));
        PagedList list = PagedList.of(asked, tables, comparisons.count(to, page.visibility(), comparison), ROWS);
        model.addAttribute("asked", asked);
        model.addAttribute("from", chosen.from());
        model.addAttribute("to", to);
        model.addAttribute("list", list);
        model.addAttribute("sites", sites.sites(to));
        model.addAttribute(
                "forms", trials.latestBuild(to).map(StudyBuild::forms).orElse(List.of()));
        model.addAttribute("lines", lines(page, to, comparisons.rows(to, page.visibility(), comparison, list.slice())));
        model.addAttribute("export", new Export("compare", EXPORTED, () -> exported(page, to, comparison)));
        return "audit/compare";
    }

    private record Points(AsOf from, AsOf to) {}

    /** What is not understood is said, and the point is chosen as where nothing was asked; the earlier comes first however they were given. */
    private Points points(TrialPage page, Map<String, String> asked, Model model) {
        AsOf to = given(asked, "to")
                .flatMap(text -> point(page, "to", text, model))
                .orElse(page.asOf());
        AsOf from = given(asked, "from")
                .flatMap(text -> point(page, "from", text, model))
                .orElseGet(() -> lately(to));
        return from.treeSize() <= to.treeSize() ? new Points(from, to) : new Points(to, from);
    }

    private Optional<AsOf> point(TrialPage page, String parameter, String text, Model model) {
        try {
            return Optional.of(points.resolve(page.id(), LocalMoment.withOffset(text, page.zone())));
        } catch (AsOfRefused refused) {
            model.addAttribute(parameter + "Refused", refused.getMessage());
            return Optional.empty();
        }
    }

    private AsOf lately(AsOf to) {
        return to.lastEntryAt()
                .map(last -> points.resolve(to.trial(), last.minus(LATELY).toString()))
                .orElse(to);
    }

    private List<AuditLine> lines(TrialPage page, AsOf to, List<AuditRow> rows) {
        return lines.of(page, rows, trail.words(to), Integer.MAX_VALUE);
    }

    private Stream<List<String>> exported(TrialPage page, AsOf to, Comparison comparison) {
        return lines(page, to, comparisons.rows(to, page.visibility(), comparison, Slice.all())).stream()
                .map(line -> List.of(
                        line.participant(),
                        line.site(),
                        line.place(),
                        line.label(),
                        ValueWords.of(line.before(), say),
                        ValueWords.of(line.after(), say),
                        line.who(),
                        line.at().toString(),
                        line.reasonCategory() + (line.reason().isEmpty() ? "" : ": " + line.reason()),
                        Long.toString(line.entry())));
    }

    private static Optional<String> given(Map<String, String> asked, String name) {
        return Optional.of(asked.getOrDefault(name, "").strip()).filter(value -> !value.isEmpty());
    }
}
