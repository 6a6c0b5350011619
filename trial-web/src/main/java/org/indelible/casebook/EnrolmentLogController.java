package org.indelible.casebook;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Export;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.site.SiteQueries;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The screening and enrolment log (ICH E6(R3) appendix C): everybody who was screened, when they went which step, and why some did not. */
@Controller
class EnrolmentLogController {
    private static final int ROWS = 100;
    static final List<String> STEPS = List.of(
            "registered",
            "consented",
            "screening",
            "screen-failed",
            "enrolled",
            "randomised",
            "treatment-discontinued",
            "completed",
            "lost-to-follow-up",
            "consent-withdrawn",
            "withdrawn",
            "died");
    private static final String FROM = """
            from read.participant p
            join read.participant_site s on s.trial = p.trial and s.participant = p.participant and %s
            where p.trial = :trial and %s and %s and (cast(:site as text) is null or s.site = :site)
            """.formatted(holds("s"), holds("p"), visible("p"));
    private static final String LIST = """
            with page as (select p.trial, p.participant, s.site, p.valid_from %s order by p.valid_from limit :limit offset :offset)
            select page.participant, page.site, page.valid_from, m.what, m.detail,
                   coalesce(m.on_day, cast(e.recorded_at at time zone 'UTC' as date)) as day
            from page
            join read.milestone m on m.trial = page.trial and m.participant = page.participant and m.valid_from < :size and m.rank > 0
            join read.entry e on e.ledger = m.trial and e.leaf_index = m.valid_from
            order by page.valid_from, m.rank, m.valid_from
            """.formatted(FROM);

    private final JdbcClient jdbc;
    private final SiteQueries sites;

    EnrolmentLogController(JdbcClient jdbc, SiteQueries sites) {
        this.jdbc = jdbc;
        this.sites = sites;
    }

    /** @param days by step; details by step, as codes */
    record Line(String participant, String site, Map<String, LocalDate> days, Map<String, String> details) {
        public String detail(String step) {
            return details.getOrDefault(step, "");
        }
    }

    @GetMapping("/trials/{trial}/enrolment-log")
    String log(TrialPage page, Tables tables, Model model) {
        Map<String, String> asked = tables.asked("log", List.of("site", "page"));
        String site = asked.getOrDefault("site", "");
        PagedList list = PagedList.of(asked, tables, count(page, site), ROWS);
        model.addAttribute("list", list);
        model.addAttribute("site", site);
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute("steps", STEPS);
        model.addAttribute("lines", lines(page, site, list.slice()));
        model.addAttribute(
                "export",
                new Export(
                        "log",
                        Stream.concat(
                                        Stream.of("participants.participant", "participants.site"),
                                        STEPS.stream().map(step -> "log.step." + step))
                                .toList(),
                        () -> lines(page, site, Slice.all()).stream().map(EnrolmentLogController::exported)));
        return "casebook/enrolment-log";
    }

    private static List<String> exported(Line line) {
        return Stream.concat(
                        Stream.of(line.participant(), line.site()),
                        STEPS.stream()
                                .map(step -> Optional.ofNullable(line.days().get(step))
                                        .map(LocalDate::toString)
                                        .orElse("")))
                .toList();
    }

    private long count(TrialPage page, String site) {
        return AsOfSql.query(jdbc, "select count(*) " + FROM, page.asOf(), page.visibility())
                .param("site", site.isEmpty() ? null : site)
                .query(Long.class)
                .single();
    }

    private List<Line> lines(TrialPage page, String site, Slice slice) {
        Map<String, Line> lines = new LinkedHashMap<>();
        AsOfSql.query(jdbc, LIST, page.asOf(), page.visibility())
                .param("site", site.isEmpty() ? null : site)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query((RowCallbackHandler) row -> add(lines, row));
        return List.copyOf(lines.values());
    }

    private static void add(Map<String, Line> lines, ResultSet row) throws SQLException {
        String key = row.getString("participant");
        String site = row.getString("site");
        Line line = lines.computeIfAbsent(key, k -> new Line(k, site, new LinkedHashMap<>(), new LinkedHashMap<>()));
        String step = row.getString("what");
        line.days().put(step, row.getObject("day", LocalDate.class));
        String detail = row.getString("detail");
        if (detail != null && step.equals("screen-failed")) {
            line.details().put(step, detail.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
