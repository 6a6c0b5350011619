package org.indelible.readmodel.review;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Queries as they stood, in lists and one by one. */
@Repository
public class QueryLists {
    private static final String FROM = """
            from read.query_turn t
            join read.query q on q.trial = t.trial and q.participant = t.participant and q.query = t.query
            join read.participant_site s on s.trial = t.trial and s.participant = t.participant and %s
            where t.trial = :trial and %s and %s
              and (cast(:statuses as text[]) is null or t.status = any (:statuses))
              and (cast(:site as text) is null or s.site = :site)
              and (cast(:raisedAs as text) is null or q.raised_as = :raisedAs)
              and (cast(:part as text) is null or strpos(lower(t.participant), lower(:part)) > 0)
            """.formatted(holds("s"), holds("t"), visible("t"));
    private static final String COUNT = "select t.status, count(*) as number " + FROM + " group by t.status";
    private static final String LIST = """
            select q.*, s.site as at_site, t.status, t.text_digest, t.valid_from as turned,
                   (select n.recorded_at from read.entry n where n.ledger = t.trial and n.leaf_index = t.valid_from) as since,
                   %s
            from (select q.trial, q.participant, q.query, t.valid_from as turn, q.valid_from as asked, s.site %s
                  order by %%s limit :limit offset :offset) p
            join read.query q on q.trial = p.trial and q.participant = p.participant and q.query = p.query
            join read.query_turn t on t.trial = p.trial and t.participant = p.participant and t.query = p.query
              and t.valid_from = p.turn
            join read.participant_site s on s.trial = t.trial and s.participant = t.participant and %s
            join read.entry e on e.ledger = q.trial and e.leaf_index = q.valid_from
            order by %%s
            """.formatted(ProvenanceColumns.of("e"), FROM, holds("s"));
    private static final String TURNS = """
            select t.status, t.text_digest, e.type, %s
            from read.query_turn t join read.entry e on e.ledger = t.trial and e.leaf_index = t.valid_from
            where t.trial = :trial and t.participant = :key and t.query = :query and t.valid_from < :size and %s
            order by t.valid_from
            """.formatted(ProvenanceColumns.of("e"), visible("t"));
    private static final String OF_PARTICIPANT = " and t.participant = :key ";

    private static final QueryFilter ALL =
            new QueryFilter(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    QueryLists(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** How a list is sorted. */
    public enum Order {
        AGE,
        PARTICIPANT,
        SITE;

        private String sql(boolean descending) {
            String direction = descending ? " desc" : "";
            return switch (this) {
                case AGE -> "q.valid_from" + direction + ", q.query";
                case PARTICIPANT -> "q.participant" + direction + ", q.valid_from, q.query";
                case SITE -> "s.site" + direction + ", q.valid_from, q.query";
            };
        }
    }

    /** How many of each status the filter lets through, whatever statuses it names. */
    public Map<String, Long> counts(AsOf asOf, Visibility visibility, QueryFilter filter) {
        Map<String, Long> counts = new TreeMap<>();
        QueryFilter any = new QueryFilter(List.of(), filter.site(), filter.raisedAs(), filter.participant());
        filtered(COUNT, asOf, visibility, any)
                .query((row, number) -> counts.put(row.getString("status"), row.getLong("number")))
                .list();
        return counts;
    }

    public List<QueryRow> queries(
            AsOf asOf, Visibility visibility, QueryFilter filter, Order order, boolean descending, Slice slice) {
        String by = order.sql(descending);
        return shown(
                asOf,
                visibility,
                filtered(LIST.formatted(by, by), asOf, visibility, filter)
                        .param("limit", slice.limit())
                        .param("offset", slice.offset())
                        .query(Row::read)
                        .list());
    }

    /** All queries of a participant, oldest first. */
    public List<QueryRow> of(AsOf asOf, Visibility visibility, String participant) {
        String list = LIST.replace("and (cast(:part", OF_PARTICIPANT + "and (cast(:part");
        return shown(
                asOf,
                visibility,
                filtered(list.formatted("q.valid_from", "q.valid_from"), asOf, visibility, ALL)
                        .param("key", participant)
                        .param("limit", Integer.MAX_VALUE)
                        .param("offset", 0)
                        .query(Row::read)
                        .list());
    }

    public Optional<QueryRow> query(AsOf asOf, Visibility visibility, String participant, String query) {
        return of(asOf, visibility, participant).stream()
                .filter(row -> row.query().equals(query))
                .findFirst();
    }

    /** What was said, in order. */
    public List<QueryTurn> turns(AsOf asOf, Visibility visibility, String participant, String query) {
        record Turn(String type, String status, StoredText text, Provenance provenance) {}
        List<Turn> turns = AsOfSql.query(jdbc, TURNS, asOf, visibility)
                .param("key", participant)
                .param("query", query)
                .query((row, number) -> {
                    Provenance provenance = ProvenanceColumns.read(row, "e");
                    return new Turn(
                            row.getString("type"),
                            row.getString("status"),
                            text(provenance.entry(), row.getString("text_digest")),
                            provenance);
                })
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(), visibility, turns.stream().map(Turn::text).toList());
        return turns.stream()
                .map(turn -> new QueryTurn(turn.type(), turn.status(), said(turn.text(), reading), turn.provenance()))
                .toList();
    }

    private StatementSpec filtered(String sql, AsOf asOf, Visibility visibility, QueryFilter filter) {
        return AsOfSql.query(jdbc, sql, asOf, visibility)
                .param(
                        "statuses",
                        filter.statuses().isEmpty() ? null : filter.statuses().toArray(String[]::new))
                .param("site", filter.site().orElse(null))
                .param("raisedAs", filter.raisedAs().orElse(null))
                .param("part", filter.participant().orElse(null));
    }

    private List<QueryRow> shown(AsOf asOf, Visibility visibility, List<Row> rows) {
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(), visibility, rows.stream().map(Row::text).toList());
        return rows.stream().map(row -> row.row(said(row.text(), reading))).toList();
    }

    private static Optional<Disclosable<String>> said(StoredText text, DisclosedTexts.Reading reading) {
        return text.digest().isEmpty() ? Optional.empty() : reading.of(text);
    }

    private static StoredText text(long entry, @Nullable String digest) {
        return StoredText.freeText(entry, Optional.ofNullable(digest));
    }

    /** A query whose words are not fetched yet. */
    private record Row(QueryRow bare, StoredText text) {
        static Row read(ResultSet row, int number) throws SQLException {
            FormPoint form = new FormPoint(
                    row.getString("event"),
                    Keys.read(row, "event_key"),
                    row.getString("form"),
                    Keys.read(row, "form_key"));
            Optional<DataPoint> item = row.getString("item") == null
                    ? Optional.empty()
                    : Optional.of(new DataPoint(
                            form.event(),
                            form.eventKey(),
                            form.form(),
                            form.formKey(),
                            row.getString("item_group"),
                            Keys.read(row, "group_key"),
                            row.getString("item")));
            QueryRow bare = new QueryRow(
                    row.getString("participant"),
                    row.getString("at_site"),
                    row.getString("query"),
                    form,
                    item,
                    row.getString("raised_as"),
                    Optional.ofNullable(row.getString("check_id")),
                    row.getString("status"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    Optional.empty(),
                    ProvenanceColumns.read(row, "e"));
            return new Row(bare, QueryLists.text(row.getLong("turned"), row.getString("text_digest")));
        }

        QueryRow row(Optional<Disclosable<String>> said) {
            return new QueryRow(
                    bare.participant(),
                    bare.site(),
                    bare.query(),
                    bare.form(),
                    bare.item(),
                    bare.raisedAs(),
                    bare.check(),
                    bare.status(),
                    bare.since(),
                    said,
                    bare.raised());
        }
    }
}
