package org.indelible.readmodel.casebook;

import static org.indelible.readmodel.AsOfSql.holds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPointColumns;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.StoredValue;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The data points of a casebook as they stood. */
@Repository
class ItemRows {
    private static final String SAME = """
            (%1$s.trial, %1$s.participant, %1$s.event, %1$s.event_key, %1$s.form, %1$s.form_key, %1$s.item_group,
             %1$s.group_key, %1$s.item)""";

    /** An inactivated data point shows the value it had. Where a site no longer has the participant, it sees what it entered. */
    private static final String SELECT = """
            select i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item, i.seq, i.kind,
                   w.class, w.value, w.digest, w.null_flavour, w.unit, w.valid_from as value_entry,
                   (select count(*) from read.item n where %1$s = %2$s and n.valid_from <= i.valid_from) as version,
                   (select count(*) from read.query q
                    join read.query_turn t on t.trial = q.trial and t.participant = q.participant and t.query = q.query
                      and t.status in ('open', 'answered') and %3$s
                    where (q.trial, q.participant, q.event, q.event_key, q.form, q.form_key, q.item_group, q.group_key,
                           q.item) = %2$s and q.valid_from < :size) as open_queries,
                   exists (select from read.verification v where %8$s = %2$s and v.seq = i.seq and %9$s) as verified,
                   %4$s
            from read.item i
            join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
            join lateral (
                select p.* from read.item p
                where %5$s = %2$s and p.valid_from <= i.valid_from and (p.kind <> 'inactivated')
                order by p.valid_from desc limit 1) w on true
            where i.trial = :trial and i.participant = :key and %6$s
              and (cast(:form as text) is null or (i.event, i.event_key, i.form, i.form_key)
                   = (:event, :eventKey, :form, :formKey))
              and (cast(:sites as text[]) is null or e.site = any (:sites) or exists (
                   select from read.participant_site s
                   where s.trial = i.trial and s.participant = i.participant and %7$s and s.site = any (:sites)))
            order by i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item
            """.formatted(
                    SAME.formatted("n"),
                    SAME.formatted("i"),
                    holds("t"),
                    ProvenanceColumns.of("e"),
                    SAME.formatted("p"),
                    holds("i"),
                    holds("s"),
                    SAME.formatted("v"),
                    holds("v"));

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ItemRow(
            DataPoint point,
            long seq,
            boolean inactivated,
            StoredValue value,
            int version,
            int openQueries,
            boolean verified,
            Provenance provenance) {}

    List<ItemRow> of(AsOf asOf, Visibility visibility, String participant, Optional<DataPoint.FormPoint> form) {
        return AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("key", participant)
                .param("event", form.map(DataPoint.FormPoint::event).orElse(null))
                .param(
                        "eventKey",
                        form.map(point -> Keys.column(point.eventKey())).orElse(null))
                .param("form", form.map(DataPoint.FormPoint::form).orElse(null))
                .param(
                        "formKey",
                        form.map(point -> Keys.column(point.formKey())).orElse(null))
                .query(ItemRows::read)
                .list();
    }

    private static ItemRow read(ResultSet row, int number) throws SQLException {
        return new ItemRow(
                DataPointColumns.read(row),
                row.getLong("seq"),
                row.getString("kind").equals("inactivated"),
                StoredValue.read(row, "", row.getLong("value_entry")).orElseThrow(),
                row.getInt("version"),
                row.getInt("open_queries"),
                row.getBoolean("verified"),
                ProvenanceColumns.read(row, "e"));
    }
}
