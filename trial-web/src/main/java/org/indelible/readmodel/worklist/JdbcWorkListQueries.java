package org.indelible.readmodel.worklist;

import static org.indelible.readmodel.AsOfSql.visible;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.worklist.WorkItem.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the list kind by kind, along its index, and stops where the page is full. What sites lack is found from the few sites. */
@Repository
class JdbcWorkListQueries implements WorkListQueries {
    private static final String COUNTS = """
            select w.urgency, count(*) as number from read.waiting w
            where w.trial = :trial and w.since <= :today and %s group by w.urgency
            """.formatted(visible("w"));
    private static final String OF_KIND = """
            select w.* from read.waiting w
            where w.trial = :trial and w.urgency = :urgency and w.since <= :today and %s
            order by w.since, w.participant, w.event, w.event_key, w.form, w.form_key limit :limit offset :offset
            """.formatted(visible("w"));

    private final JdbcClient jdbc;
    private final SiteWork sites;
    private final WaitingRows rows;

    JdbcWorkListQueries(JdbcClient jdbc, SiteWork sites, WaitingRows rows) {
        this.jdbc = jdbc;
        this.sites = sites;
        this.rows = rows;
    }

    @Override
    public Map<Kind, Long> counts(AsOf now, Visibility visibility, LocalDate today) {
        rows.refresh(now.trial());
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        AsOfSql.query(jdbc, COUNTS, now, visibility)
                .param("today", today)
                .query((row, number) -> counts.put(Kind.values()[row.getInt("urgency")], row.getLong("number")))
                .list();
        sites.lacking(now, visibility).forEach(item -> counts.merge(item.kind(), 1L, Long::sum));
        return counts;
    }

    @Override
    public List<WorkItem> work(AsOf now, Visibility visibility, LocalDate today, Optional<Kind> only, Slice slice) {
        if (only.isPresent()) {
            rows.refresh(now.trial());
            return ofKind(only.get(), now, visibility, today, slice);
        }
        Map<Kind, Long> counts = counts(now, visibility, today);
        List<WorkItem> page = new ArrayList<>();
        long before = 0;
        for (Map.Entry<Kind, Long> kind : counts.entrySet()) {
            long skipped = Math.max(0, slice.offset() - before);
            int wanted = slice.limit() - page.size();
            if (skipped < kind.getValue() && wanted > 0) {
                page.addAll(ofKind(kind.getKey(), now, visibility, today, new Slice(Math.toIntExact(skipped), wanted)));
            }
            before += kind.getValue();
        }
        return page;
    }

    private List<WorkItem> ofKind(Kind kind, AsOf now, Visibility visibility, LocalDate today, Slice slice) {
        if (kind.ofSite()) {
            return sites.lacking(now, visibility).stream()
                    .filter(item -> item.kind() == kind)
                    .skip(slice.offset())
                    .limit(slice.limit())
                    .toList();
        }
        return AsOfSql.query(jdbc, OF_KIND, now, visibility)
                .param("today", today)
                .param("urgency", kind.ordinal())
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query(WaitingRows::read)
                .list();
    }
}
