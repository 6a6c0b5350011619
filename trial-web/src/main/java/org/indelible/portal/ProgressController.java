package org.indelible.portal;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.indelible.readmodel.AsOfSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A few figures where a picture helps: who came in, how soon data follow the visit, how old queries are, how far verification has come. */
@Controller
class ProgressController {
    private static final long[] AGES = {7, 14, 30, 60};
    private static final String ENROLLED = """
            select cast(date_trunc('month', m.on_day) as date) as month, count(*) as number
            from read.milestone m
            where m.trial = :trial and m.what = 'enrolled' and m.valid_from < :size and m.on_day is not null and %s
            group by 1 order by 1
            """.formatted(visible("m"));
    private static final String LAG = """
            select s.site, percentile_cont(0.5) within group (
                       order by greatest(0, cast(e.recorded_at at time zone 'UTC' as date) - v.on_day)) as days
            from (select f.trial, f.participant, f.event, f.event_key, f.form, f.form_key, min(f.valid_from) as entry
                  from read.form_change f where f.trial = :trial and f.valid_from < :size and %s
                  group by 1, 2, 3, 4, 5, 6) f
            join read.visit v on v.trial = f.trial and v.participant = f.participant and v.event = f.event
              and v.event_key = f.event_key and v.on_day is not null and %s
            join read.participant_site s on s.trial = f.trial and s.participant = f.participant and %s
            join read.entry e on e.ledger = f.trial and e.leaf_index = f.entry
            group by s.site order by s.site
            """.formatted(visible("f"), holds("v"), holds("s"));
    private static final String OPEN = """
            select e.recorded_at
            from read.query_turn t
            join read.query q on q.trial = t.trial and q.participant = t.participant and q.query = t.query
            join read.entry e on e.ledger = q.trial and e.leaf_index = q.valid_from
            where t.trial = :trial and t.status in ('open', 'answered') and %s and %s
            """.formatted(holds("t"), visible("t"));
    private static final String VERIFIED = """
            select s.site, count(*) as items, count(v.seq) as verified
            from read.item i
            join read.participant_site s on s.trial = i.trial and s.participant = i.participant and %s
            left join read.verification v on v.seq = i.seq and %s
              and (v.trial, v.participant, v.event, v.event_key, v.form, v.form_key, v.item_group, v.group_key, v.item)
                = (i.trial, i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item)
            where i.trial = :trial and i.kind <> 'inactivated' and %s and %s
            group by s.site order by s.site
            """.formatted(holds("s"), holds("v"), holds("i"), visible("i"));

    private final JdbcClient jdbc;
    private final Today today;
    private final Say say;

    ProgressController(JdbcClient jdbc, Today today, Say say) {
        this.jdbc = jdbc;
        this.today = today;
        this.say = say;
    }

    /** @param title message key; what the bars measure is another, {@code <title>.of} */
    record Chart(String title, List<Bar> bars) {
        private static final int WIDTH = 240;

        public long most() {
            return bars.stream().mapToLong(Bar::value).max().orElse(0);
        }

        public long width(Bar bar) {
            return most() == 0 ? 0 : bar.value() * WIDTH / most();
        }
    }

    /** @param shown the value in words */
    record Bar(String label, long value, String shown) {}

    @GetMapping("/trials/{trial}/progress")
    String progress(TrialPage page, Model model) {
        model.addAttribute(
                "charts",
                List.of(
                        new Chart("progress.enrolled", enrolled(page)),
                        new Chart("progress.lag", lag(page)),
                        new Chart("progress.ages", ages(page)),
                        new Chart("progress.verified", verified(page))));
        return "portal/progress";
    }

    /** Together, month by month. */
    private List<Bar> enrolled(TrialPage page) {
        record Month(LocalDate first, long number) {}
        List<Month> months = AsOfSql.query(jdbc, ENROLLED, page.asOf(), page.visibility())
                .query((row, n) -> new Month(
                        Objects.requireNonNull(row.getObject("month", LocalDate.class)), row.getLong("number")))
                .list();
        List<Bar> bars = new ArrayList<>();
        long sum = 0;
        for (Month month : months) {
            sum += month.number();
            bars.add(new Bar(say.month(month.first()), sum, say.number(sum)));
        }
        return bars;
    }

    private List<Bar> lag(TrialPage page) {
        return AsOfSql.query(jdbc, LAG, page.asOf(), page.visibility())
                .query((row, n) -> {
                    long days = Math.round(row.getDouble("days"));
                    return new Bar(row.getString("site"), days, say.message("query.days", days));
                })
                .list();
    }

    private List<Bar> ages(TrialPage page) {
        Instant now = today.at(page.asOf());
        long[] counts = new long[AGES.length + 1];
        AsOfSql.query(jdbc, OPEN, page.asOf(), page.visibility())
                .query((row, n) -> Objects.requireNonNull(row.getObject("recorded_at", OffsetDateTime.class)))
                .list()
                .forEach(raised ->
                        counts[bucket(Duration.between(raised.toInstant(), now).toDays())]++);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            String label = i == AGES.length
                    ? say.message("progress.older", AGES[AGES.length - 1])
                    : say.message("progress.up-to", AGES[i]);
            bars.add(new Bar(label, counts[i], say.number(counts[i])));
        }
        return bars;
    }

    private static int bucket(long days) {
        int bucket = 0;
        while (bucket < AGES.length && days > AGES[bucket]) {
            bucket++;
        }
        return bucket;
    }

    private List<Bar> verified(TrialPage page) {
        return AsOfSql.query(jdbc, VERIFIED, page.asOf(), page.visibility())
                .query((row, n) -> {
                    long items = row.getLong("items");
                    long verified = row.getLong("verified");
                    long percent = items == 0 ? 0 : verified * 100 / items;
                    return new Bar(
                            row.getString("site"),
                            percent,
                            say.message("progress.share", percent, say.number(verified), say.number(items)));
                })
                .list();
    }
}
