package org.indelible.readmodel.casebook;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.indelible.protocols.dataset.RecordedItem;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPointColumns;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.StoredValue;
import org.indelible.readmodel.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGroupQueries implements GroupQueries {
    private static final int PAGE = 5_000;

    /** A site sees the participants it has or had, and where it no longer has one, what it entered. */
    private static final String STANDING = """
            from read.item i
            join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
            join read.participant_site s on s.trial = i.trial and s.participant = i.participant and %s
            where i.trial = :trial and i.kind <> 'inactivated' and %s and %s
              and (cast(:sites as text[]) is null or e.site = any (:sites) or s.site = any (:sites))
            """.formatted(holds("s"), holds("i"), visible("i"));

    private static final String RECORDED = """
            select i.item_group, i.item, bool_or(i.unit is not null) as units %s
            group by i.item_group, i.item order by i.item_group, i.item
            """.formatted(STANDING);

    private static final String COUNTS = """
            select g.item_group, count(*) as instances from (
                select distinct i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key %s) g
            group by g.item_group
            """.formatted(STANDING);

    /** Pages go on behind a data point, in the order of the primary key. */
    private static final String PAGES = """
            select i.participant, s.site, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item,
                   i.class, i.value, i.digest, i.null_flavour, i.unit, i.valid_from %s
              and i.item_group = :group
              and (i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item)
                  > (:participant, :event, :eventKey, :form, :formKey, :group, :groupKey, :item)
            order by i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item
            limit :limit
            """.formatted(STANDING);

    /** Before all others: with it as a parameter each page starts where its index does, not at the first row. */
    private static final DataPoint START =
            new DataPoint("", Optional.empty(), "", Optional.empty(), "", Optional.empty(), "");

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    JdbcGroupQueries(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    private record Row(String participant, String site, DataPoint point, StoredValue value) {
        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("participant"),
                    row.getString("site"),
                    DataPointColumns.read(row),
                    StoredValue.read(row, "", row.getLong("valid_from")).orElseThrow());
        }

        /** In the same instance. */
        boolean besides(Row other) {
            return participant.equals(other.participant)
                    && point.formPoint().equals(other.point.formPoint())
                    && point.groupKey().equals(other.point.groupKey());
        }

        GroupInstance instance(Map<String, RecordedValue> items) {
            return new GroupInstance(participant, site, point.formPoint(), point.groupKey(), items);
        }
    }

    @Override
    public List<RecordedItem> recorded(AsOf asOf, Visibility visibility) {
        return AsOfSql.query(jdbc, RECORDED, asOf, visibility)
                .query((row, number) ->
                        new RecordedItem(row.getString("item_group"), row.getString("item"), row.getBoolean("units")))
                .list();
    }

    @Override
    public Map<String, Long> counts(AsOf asOf, Visibility visibility) {
        Map<String, Long> counts = new LinkedHashMap<>();
        AsOfSql.query(jdbc, COUNTS, asOf, visibility).query(row -> {
            counts.put(row.getString("item_group"), row.getLong("instances"));
        });
        return counts;
    }

    @Override
    public void forEach(AsOf asOf, Visibility visibility, String itemGroup, Consumer<GroupInstance> consumer) {
        @Nullable Row last = null;
        Map<String, RecordedValue> items = new LinkedHashMap<>();
        List<Row> page;
        do {
            page = page(asOf, visibility, itemGroup, last);
            DisclosedTexts.Reading reading = texts.read(
                    asOf.trial(),
                    visibility,
                    page.stream().map(row -> row.value().text()).toList());
            for (Row row : page) {
                if (last != null && !last.besides(row)) {
                    consumer.accept(last.instance(items));
                    items = new LinkedHashMap<>();
                }
                items.put(row.point().item(), row.value().as(reading));
                last = row;
            }
        } while (page.size() == PAGE);
        if (last != null) {
            consumer.accept(last.instance(items));
        }
    }

    private List<Row> page(AsOf asOf, Visibility visibility, String itemGroup, @Nullable Row after) {
        DataPoint point = after == null ? START : after.point();
        return AsOfSql.query(jdbc, PAGES, asOf, visibility)
                .param("group", itemGroup)
                .param("participant", after == null ? "" : after.participant())
                .param("event", point.event())
                .param("eventKey", Keys.column(point.eventKey()))
                .param("form", point.form())
                .param("formKey", Keys.column(point.formKey()))
                .param("groupKey", Keys.column(point.groupKey()))
                .param("item", point.item())
                .param("limit", PAGE)
                .query(Row::read)
                .list();
    }
}
