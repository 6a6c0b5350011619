package org.indelible.readmodel.participant;

import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcParticipantQueries implements ParticipantQueries {
    private final JdbcClient jdbc;
    private final DisclosedTexts texts;
    private final MatrixQuery matrix;

    JdbcParticipantQueries(JdbcClient jdbc, DisclosedTexts texts, MatrixQuery matrix) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.matrix = matrix;
    }

    @Override
    public List<ParticipantRow> participants(AsOf asOf, Visibility visibility, ParticipantFilter filter) {
        return participants(asOf, visibility, filter, ParticipantOrder.PARTICIPANT, false, Slice.all());
    }

    @Override
    public List<ParticipantRow> participants(
            AsOf asOf,
            Visibility visibility,
            ParticipantFilter filter,
            ParticipantOrder order,
            boolean descending,
            Slice slice) {
        return rows(
                filtered(ParticipantSql.select(order, descending), asOf, visibility, filter, Optional.empty()), slice);
    }

    @Override
    public Optional<ParticipantRow> participant(AsOf asOf, Visibility visibility, String participant) {
        return participants(asOf, visibility, List.of(participant)).stream().findFirst();
    }

    @Override
    public List<ParticipantRow> participants(AsOf asOf, Visibility visibility, Collection<String> keys) {
        return rows(
                filtered(
                        ParticipantSql.select(ParticipantOrder.PARTICIPANT, false),
                        asOf,
                        visibility,
                        ParticipantFilter.none(),
                        Optional.of(keys)),
                Slice.all());
    }

    private static List<ParticipantRow> rows(StatementSpec found, Slice slice) {
        return found.param("offset", slice.offset())
                .param("limit", slice.limit())
                .query(ParticipantSql::read)
                .list();
    }

    @Override
    public long count(AsOf asOf, Visibility visibility, ParticipantFilter filter) {
        return filtered(ParticipantSql.COUNT, asOf, visibility, filter, Optional.empty())
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, Long> countsByStatus(AsOf asOf, Visibility visibility) {
        Map<String, Long> counts = new LinkedHashMap<>();
        filtered(ParticipantSql.COUNT_BY_STATUS, asOf, visibility, ParticipantFilter.none(), Optional.empty())
                .query((row, number) -> counts.put(row.getString("what"), row.getLong("participants")))
                .list();
        return counts;
    }

    @Override
    public ParticipantMatrix matrix(AsOf asOf, Visibility visibility, List<ParticipantRow> participants) {
        return matrix.of(asOf, visibility, participants);
    }

    private StatementSpec filtered(
            String sql, AsOf asOf, Visibility visibility, ParticipantFilter filter, Optional<Collection<String>> keys) {
        return AsOfSql.query(jdbc, sql, asOf, visibility)
                .param("keys", keys.map(some -> some.toArray(String[]::new)).orElse(null))
                .param("site", filter.site().orElse(null))
                .param("status", filter.status().orElse(null))
                .param("search", filter.search().orElse(null));
    }

    @Override
    public List<Milestone> milestones(AsOf asOf, Visibility visibility, String participant) {
        List<Row> rows = AsOfSql.query(jdbc, """
                        select m.what, m.on_day, m.detail, e.reason_category, e.reason_digest, %s
                        from read.milestone m join read.entry e on e.ledger = m.trial and e.leaf_index = m.valid_from
                        where m.trial = :trial and m.participant = :key and m.valid_from < :size and %s
                        order by m.valid_from
                        """.formatted(ProvenanceColumns.of("e"), visible("m")), asOf, visibility)
                .param("key", participant)
                .query(Row::read)
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                rows.stream()
                        .flatMap(row -> row.reason().stream().map(ShownReason.Stored::text))
                        .toList());
        return rows.stream().map(row -> row.shown(reading)).toList();
    }

    private record Row(
            String what,
            Optional<LocalDate> on,
            Optional<String> detail,
            Optional<ShownReason.Stored> reason,
            Provenance provenance) {

        static Row read(ResultSet row, int number) throws SQLException {
            Provenance provenance = ProvenanceColumns.read(row, "e");
            return new Row(
                    row.getString("what"),
                    Optional.ofNullable(row.getObject("on_day", LocalDate.class)),
                    Optional.ofNullable(row.getString("detail")),
                    ShownReason.Stored.read(row, "", provenance.entry()),
                    provenance);
        }

        Milestone shown(DisclosedTexts.Reading reading) {
            return new Milestone(what, on, detail, reason.map(stored -> stored.as(reading)), provenance);
        }
    }
}
