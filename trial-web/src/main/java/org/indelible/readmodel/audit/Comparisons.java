package org.indelible.readmodel.audit;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPointColumns;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.StoredValue;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * What differs between two points: a row for each data point that was recorded, changed or inactivated in between, with the value it had at the
 * earlier point, the one it has at the later, and who made the last change, when and why. One that was changed and changed back is among them.
 */
@Repository
public class Comparisons {
    private static final String SAME = """
        (%1$s.trial, %1$s.participant, %1$s.event, %1$s.event_key, %1$s.form, %1$s.form_key, %1$s.item_group,
         %1$s.group_key, %1$s.item)\
        """;

    /** Where a site no longer has the participant, it sees what it entered. */
    private static final String WHERE = """
        where i.trial = :trial and i.valid_from >= :from and %s and %s
          and (cast(:sites as text[]) is null or e.site = any (:sites) or exists (
               select from read.participant_site s
               where s.trial = i.trial and s.participant = i.participant and %s and s.site = any (:sites)))
          and (cast(:site as text) is null or exists (
               select from read.participant_site a
               where a.trial = i.trial and a.participant = i.participant and %s and a.site = :site))
          and (cast(:participant as text) is null or i.participant = :participant)
          and (cast(:form as text) is null or i.form = :form)
        """.formatted(holds("i"), visible("i"), holds("s"), holds("a"));

    private static final String COUNT = """
        select count(*) from read.item i
        join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
        """ + WHERE;

    private static final String SELECT =
            """
            select i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item, i.kind,
                   i.class, i.value, i.digest, i.null_flavour, i.unit, i.reason_category, i.reason_digest, e.type,
                   w.class as w_class, w.value as w_value, w.digest as w_digest, w.null_flavour as w_null_flavour,
                   w.unit as w_unit, w.valid_from as w_entry, %s
            from read.item i
            join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
            left join lateral (
                select p.* from read.item p where %s = %s and p.valid_from < :from
                order by p.valid_from desc limit 1) w on true
            %s
            order by i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item
            limit :limit offset :offset
            """.formatted(ProvenanceColumns.of("e"), SAME.formatted("p"), SAME.formatted("i"), WHERE);

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    Comparisons(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    public long count(AsOf to, Visibility visibility, Comparison comparison) {
        return query(COUNT, to, visibility, comparison).query(Long.class).single();
    }

    /** By participant and place. */
    public List<AuditRow> rows(AsOf to, Visibility visibility, Comparison comparison, Slice slice) {
        List<Stored> stored = query(SELECT, to, visibility, comparison)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query(Stored::read)
                .list();
        DisclosedTexts.Reading reading = texts.read(
                to.trial(), visibility, stored.stream().flatMap(Stored::texts).toList());
        return stored.stream().map(row -> row.as(reading)).toList();
    }

    private StatementSpec query(String sql, AsOf to, Visibility visibility, Comparison comparison) {
        return AsOfSql.query(jdbc, sql, to, visibility)
                .param("from", comparison.from())
                .param("site", comparison.site().orElse(null))
                .param("participant", comparison.participant().orElse(null))
                .param("form", comparison.form().orElse(null));
    }

    private record Stored(
            String type,
            String kind,
            String participant,
            DataPoint point,
            Optional<StoredValue> then,
            Optional<StoredValue> now,
            Optional<ShownReason.Stored> reason,
            Provenance provenance) {

        static Stored read(ResultSet row, int number) throws SQLException {
            Provenance provenance = ProvenanceColumns.read(row, "e");
            return new Stored(
                    row.getString("type"),
                    row.getString("kind"),
                    row.getString("participant"),
                    DataPointColumns.read(row),
                    StoredValue.read(row, "w_", row.getLong("w_entry")),
                    StoredValue.read(row, "", provenance.entry()),
                    ShownReason.Stored.read(row, "", provenance.entry()),
                    provenance);
        }

        Stream<StoredText> texts() {
            return Stream.of(
                            then.stream().map(StoredValue::text),
                            now.stream().map(StoredValue::text),
                            reason.stream().map(ShownReason.Stored::text))
                    .flatMap(some -> some);
        }

        AuditRow as(DisclosedTexts.Reading reading) {
            return new AuditRow(
                    type,
                    Optional.of(kind),
                    Optional.of(participant),
                    Optional.of(point),
                    then.map(value -> value.as(reading)),
                    now.map(value -> value.as(reading)),
                    reason.map(stored -> stored.as(reading)),
                    provenance);
        }
    }
}
