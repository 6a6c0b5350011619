package org.indelible.casebook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.authority.Act;
import org.indelible.casebook.ReviewCommand.CloseQuery;
import org.indelible.portal.Acts;
import org.indelible.portal.Today;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Export;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.review.QueryFilter;
import org.indelible.readmodel.review.QueryLists;
import org.indelible.readmodel.review.QueryRow;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queries of a trial: filters, ages, and closing many at once. The filters stand in the address. */
@Controller
@RequestMapping("/trials/{trial}/queries")
class QueriesController {
    private static final int ROWS = 100;
    private static final String WAITING = "waiting";
    private static final List<String> PARAMETERS = List.of("q", "site", "status", "raised", "sort", "page");
    private static final List<String> STATUSES = List.of(WAITING, "open", "answered", "closed", "cancelled", "all");
    private static final List<String> RAISERS =
            List.of("SYSTEM", "MONITOR", "DATA_MANAGER", "SAFETY_PHYSICIAN", "CODER", "STATISTICIAN");
    private static final List<String> EXPORTED = List.of(
            "participants.participant",
            "participants.site",
            "query.id",
            "query.about",
            "query.status",
            "query.raised-by",
            "query.raised",
            "query.age");

    private final QueryLists queries;
    private final QueryLines lines;
    private final SiteQueries sites;
    private final Acts acts;
    private final Today today;

    QueriesController(QueryLists queries, QueryLines lines, SiteQueries sites, Acts acts, Today today) {
        this.queries = queries;
        this.lines = lines;
        this.sites = sites;
        this.acts = acts;
        this.today = today;
    }

    @GetMapping
    String list(TrialPage page, Tables tables, Model model) {
        Map<String, String> asked = tables.asked("queries", PARAMETERS);
        String status = given(asked, "status").filter(STATUSES::contains).orElse(WAITING);
        QueryFilter filter = new QueryFilter(
                statuses(status),
                given(asked, "site"),
                given(asked, "raised").filter(RAISERS::contains),
                given(asked, "q"));
        Map<String, Long> counts = queries.counts(page.asOf(), page.visibility(), filter);
        PagedList list = PagedList.of(asked, tables, total(counts, filter.statuses()), ROWS);
        QueryLists.Order order = order(list.sortKey());
        Instant now = today.at(page.asOf());
        model.addAttribute("list", list);
        model.addAttribute("status", status);
        model.addAttribute("filter", filter);
        model.addAttribute("counts", counts(counts));
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute("raisers", RAISERS);
        model.addAttribute("now", now);
        model.addAttribute("closing", page.may(Act.CLOSE_QUERY));
        model.addAttribute(
                "queries",
                lines.lines(
                        page,
                        queries.queries(
                                page.asOf(), page.visibility(), filter, order, list.descending(), list.slice())));
        model.addAttribute(
                "export", new Export("queries", EXPORTED, () -> exported(page, filter, order, list.descending(), now)));
        return "casebook/queries";
    }

    /** @param queries participant and query each, divided by a tab */
    @PostMapping("/close")
    String close(
            TrialPage page,
            @RequestParam(name = "query", defaultValue = "") List<String> queries,
            RedirectAttributes next) {
        int closed = 0;
        List<String> refused = new ArrayList<>();
        for (String chosen : queries) {
            String[] parts = chosen.split("\t", -1);
            if (parts.length != 2) {
                throw new DomainRefusal("malformed-choice", "The choice cannot be read.", "Load the page again.");
            }
            try {
                acts.perform(page.person(), new CloseQuery(Casebooks.id(page, parts[0]), new QueryId(parts[1])));
                closed++;
            } catch (DomainRefusal refusal) {
                if (refusal.isForbidden()) {
                    throw refusal;
                }
                refused.add(parts[0] + ": " + refusal.getMessage());
            }
        }
        next.addFlashAttribute("closed", closed);
        next.addFlashAttribute("refused", refused);
        return "redirect:" + page.link("/queries");
    }

    private Stream<List<String>> exported(
            TrialPage page, QueryFilter filter, QueryLists.Order order, boolean descending, Instant now) {
        List<QueryRow> rows = queries.queries(page.asOf(), page.visibility(), filter, order, descending, Slice.all());
        return lines.lines(page, rows).stream()
                .map(line -> List.of(
                        line.query().participant(),
                        line.query().site(),
                        line.id(),
                        line.about(),
                        line.query().status(),
                        line.query().raisedAs(),
                        line.raisedAt().toString(),
                        Long.toString(Duration.between(line.raisedAt(), now).toDays())));
    }

    private static Map<String, Long> counts(Map<String, Long> counts) {
        Map<String, Long> shown = new LinkedHashMap<>();
        STATUSES.forEach(status -> shown.put(status, total(counts, statuses(status))));
        return shown;
    }

    private static long total(Map<String, Long> counts, List<String> statuses) {
        return counts.entrySet().stream()
                .filter(count -> statuses.isEmpty() || statuses.contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<String> statuses(String status) {
        return switch (status) {
            case WAITING -> List.of("open", "answered");
            case "all" -> List.of();
            default -> List.of(status);
        };
    }

    private static QueryLists.Order order(String key) {
        return Stream.of(QueryLists.Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElse(QueryLists.Order.AGE);
    }

    private static Optional<String> given(Map<String, String> asked, String parameter) {
        return Optional.ofNullable(asked.get(parameter)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
