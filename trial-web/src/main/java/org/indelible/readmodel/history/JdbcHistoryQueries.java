package org.indelible.readmodel.history;

import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPointColumns;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.StoredValue;
import org.indelible.readmodel.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of a data point is its versions in order, each with the one before it. */
@Repository
class JdbcHistoryQueries implements HistoryQueries {
    private static final String SELECT = """
        select i.kind, i.class, i.value, i.digest, i.null_flavour, i.unit,
               i.reason_category, i.reason_digest, %s
        from read.item i join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
        where i.trial = :trial and i.participant = :key and i.event = :event and i.event_key = :eventKey
          and i.form = :form and i.form_key = :formKey and i.item_group = :group and i.group_key = :groupKey
          and i.item = :item and i.valid_from < :size and %s
        order by i.valid_from
        """.formatted(ProvenanceColumns.of("e"), visible("i"));

    private static final String CHANGED_BY = """
        select i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item, i.kind,
               i.reason_category, i.reason_digest
        from read.item i
        where i.trial = :trial and i.valid_from = :entry and i.valid_from < :size and %s
        order by i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item
        """.formatted(visible("i"));

    private static final String OF_PARTICIPANT = """
        select i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item,
               i.kind, i.class, i.value, i.digest, i.null_flavour, i.unit, i.reason_category, i.reason_digest, %s
        from read.item i join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
        where i.trial = :trial and i.participant = :key and i.valid_from < :size and %s
        order by i.valid_from, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item
        """.formatted(ProvenanceColumns.of("e"), visible("i"));

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    JdbcHistoryQueries(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<ValueChange> history(AsOf asOf, Visibility visibility, String participant, DataPoint point) {
        List<Version> versions = AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("key", participant)
                .param("event", point.event())
                .param("eventKey", Keys.column(point.eventKey()))
                .param("form", point.form())
                .param("formKey", Keys.column(point.formKey()))
                .param("group", point.group())
                .param("groupKey", Keys.column(point.groupKey()))
                .param("item", point.item())
                .query(Version::read)
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                versions.stream().flatMap(Version::texts).toList());
        List<ValueChange> changes = new ArrayList<>();
        for (Version version : versions) {
            changes.add(version.after(changes.isEmpty() ? null : changes.getLast(), reading));
        }
        Collections.reverse(changes);
        return changes;
    }

    @Override
    public List<PointChange> changes(AsOf asOf, Visibility visibility, String participant) {
        record Placed(DataPoint point, Version version) {}
        List<Placed> versions = AsOfSql.query(jdbc, OF_PARTICIPANT, asOf, visibility)
                .param("key", participant)
                .query((row, number) -> new Placed(DataPointColumns.read(row), Version.read(row, number)))
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                versions.stream().flatMap(placed -> placed.version().texts()).toList());
        Map<DataPoint, ValueChange> last = new HashMap<>();
        List<PointChange> changes = new ArrayList<>();
        for (Placed placed : versions) {
            ValueChange change = placed.version().after(last.get(placed.point()), reading);
            last.put(placed.point(), change);
            changes.add(new PointChange(placed.point(), change));
        }
        return changes;
    }

    @Override
    public List<EntryChange> changedBy(AsOf asOf, Visibility visibility, long entry) {
        List<Changed> changed = AsOfSql.query(jdbc, CHANGED_BY, asOf, visibility)
                .param("entry", entry)
                .query((row, number) ->
                        new Changed(DataPointColumns.read(row), kindOf(row), ShownReason.Stored.read(row, "", entry)))
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                changed.stream()
                        .flatMap(change -> change.reason().stream())
                        .map(ShownReason.Stored::text)
                        .toList());
        return changed.stream()
                .map(change -> new EntryChange(
                        change.point(), change.kind(), change.reason().map(reason -> reason.as(reading))))
                .toList();
    }

    private record Changed(DataPoint point, ValueChange.Kind kind, Optional<ShownReason.Stored> reason) {}

    private static ValueChange.Kind kindOf(ResultSet row) throws SQLException {
        return ValueChange.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    private record Version(
            ValueChange.Kind kind,
            Optional<StoredValue> value,
            Optional<ShownReason.Stored> reason,
            Provenance provenance) {

        static Version read(ResultSet row, int number) throws SQLException {
            Provenance provenance = ProvenanceColumns.read(row, "e");
            return new Version(
                    kindOf(row),
                    StoredValue.read(row, "", provenance.entry()),
                    ShownReason.Stored.read(row, "", provenance.entry()),
                    provenance);
        }

        ValueChange after(@Nullable ValueChange before, DisclosedTexts.Reading reading) {
            return new ValueChange(
                    kind,
                    before == null ? 1 : before.version() + 1,
                    before == null ? Optional.empty() : before.after(),
                    value.map(recorded -> recorded.as(reading)),
                    reason.map(stored -> stored.as(reading)),
                    provenance);
        }

        Stream<StoredText> texts() {
            return Stream.concat(
                    value.stream().map(StoredValue::text), reason.stream().map(ShownReason.Stored::text));
        }
    }
}
