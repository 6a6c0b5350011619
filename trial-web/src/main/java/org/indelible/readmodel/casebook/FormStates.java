package org.indelible.readmodel.casebook;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All form instances that were begun, with what their status follows from; of these participants. */
@Repository
public class FormStates {
    private static final String INSTANCE = "trial, participant, event, event_key, form, form_key";

    private static final String SELECT = """
            with forms as (
                select %1$s, max(f.valid_from) as last_change,
                       (array_agg(f.build order by f.valid_from desc) filter (where f.build is not null))[1] as build,
                       (array_agg(f.kind order by f.valid_from desc))[1] as last_kind
                from read.form_change f
                where f.trial = :trial and f.valid_from < :size and %4$s
                  and f.participant = any (:participants)
                group by %1$s),
            items as (
                select %2$s, count(*) as items, count(v.seq) as verified,
                       array_agg(distinct i.item_group || '/' || i.item) as recorded
                from read.item i
                left join read.verification v on v.seq = i.seq and %5$s
                  and (v.trial, v.participant, v.event, v.event_key, v.form, v.form_key, v.item_group, v.group_key, v.item)
                    = (i.trial, i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item)
                where i.trial = :trial and i.kind <> 'inactivated' and %6$s
                  and i.participant = any (:participants)
                group by %2$s),
            queries as (
                select %3$s, count(*) as open
                from read.query q
                join read.query_turn t on t.trial = q.trial and t.participant = q.participant and t.query = q.query
                  and t.status in ('open', 'answered') and %7$s
                where q.trial = :trial and q.participant = any (:participants) and q.valid_from < :size
                group by %3$s)
            select f.*,
                   (select e.recorded_at from read.entry e where e.ledger = f.trial and e.leaf_index = f.last_change) as recorded_at,
                   coalesce(i.items, 0) as items, coalesce(i.verified, 0) as verified, i.recorded,
                   coalesce(q.open, 0) as open_queries, z.trial is not null or coalesce(b.frozen, false) as frozen,
                   l.trial is not null or coalesce(b.locked, false) as locked
            from forms f
            left join items i using (%1$s)
            left join queries q using (%1$s)
            left join read.form_freeze z on (z.trial, z.participant, z.event, z.event_key, z.form, z.form_key)
                = (f.trial, f.participant, f.event, f.event_key, f.form, f.form_key) and %8$s
            left join read.casebook_lock l on (l.trial, l.participant) = (f.trial, f.participant) and %9$s
            left join lateral (
                select bool_or(not b.locked) as frozen, bool_or(b.locked) as locked from read.part_bar b
                where b.trial = f.trial and b.participant = f.participant and b.item = ''
                  and (b.event = '' or b.event = f.event and b.event_key = f.event_key)
                  and (b.form = '' or b.form = f.form and b.form_key = f.form_key) and %10$s) b on true
            order by f.participant, f.event, f.event_key, f.form, f.form_key
            """.formatted(
                    INSTANCE,
                    prefixed("i"),
                    prefixed("q"),
                    visible("f"),
                    holds("v"),
                    holds("i"),
                    holds("t"),
                    holds("z"),
                    holds("l"),
                    holds("b"));

    private final JdbcClient jdbc;

    FormStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<FormState> of(AsOf asOf, Visibility visibility, Collection<String> participants) {
        return AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("participants", participants.toArray(String[]::new))
                .query(FormStates::read)
                .list();
    }

    private static FormState read(ResultSet row, int number) throws SQLException {
        String lastKind = row.getString("last_kind");
        return new FormState(
                row.getString("participant"),
                new FormPoint(
                        row.getString("event"),
                        Keys.read(row, "event_key"),
                        row.getString("form"),
                        Keys.read(row, "form_key")),
                Optional.ofNullable(row.getString("build")),
                lastKind.equals("not-done"),
                lastKind.equals("form-inactivated"),
                row.getArray("recorded") == null
                        ? Set.of()
                        : Set.of((String[]) row.getArray("recorded").getArray()),
                row.getInt("items"),
                row.getInt("verified"),
                row.getInt("open_queries"),
                row.getBoolean("frozen"),
                row.getBoolean("locked"),
                row.getLong("last_change"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static String prefixed(String alias) {
        return alias + "." + INSTANCE.replace(", ", ", " + alias + ".");
    }
}
