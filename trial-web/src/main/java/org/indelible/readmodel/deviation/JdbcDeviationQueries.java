package org.indelible.readmodel.deviation;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeviationQueries implements DeviationQueries {
    private static final String SELECT = """
            select d.participant, d.seq, d.kind, d.event, d.description_digest,
                   a.grade, a.action_digest, a.follow_up_digest, a.closed, a.valid_from as assessed, %s
            from read.deviation d
            join read.entry e on e.ledger = d.trial and e.leaf_index = d.valid_from
            left join read.deviation_assessment a
              on a.trial = d.trial and a.participant = d.participant and a.deviation = d.seq and %s
            where d.trial = :trial and d.valid_from < :size and %s
            order by d.valid_from desc
            """.formatted(ProvenanceColumns.of("e"), holds("a"), visible("d"));

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    JdbcDeviationQueries(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<DeviationRow> deviations(AsOf asOf, Visibility visibility) {
        List<Row> rows =
                AsOfSql.query(jdbc, SELECT, asOf, visibility).query(Row::read).list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(), visibility, rows.stream().flatMap(Row::texts).toList());
        return rows.stream().map(row -> row.as(reading)).toList();
    }

    /** What was done, its words not fetched yet. */
    private record Assessed(String grade, StoredText action, StoredText followUp, boolean closed, long entry) {
        static Optional<Assessed> read(ResultSet row) throws SQLException {
            if (row.getString("grade") == null) {
                return Optional.empty();
            }
            long entry = row.getLong("assessed");
            return Optional.of(new Assessed(
                    row.getString("grade"),
                    text(entry, row, "action_digest"),
                    text(entry, row, "follow_up_digest"),
                    row.getBoolean("closed"),
                    entry));
        }

        DeviationRow.Assessment as(DisclosedTexts.Reading reading) {
            return new DeviationRow.Assessment(grade, reading.present(action), reading.of(followUp), closed, entry);
        }
    }

    private record Row(
            String participant,
            long seq,
            String kind,
            Optional<String> event,
            StoredText description,
            Optional<Assessed> assessed,
            Provenance provenance) {
        static Row read(ResultSet row, int number) throws SQLException {
            Provenance provenance = ProvenanceColumns.read(row, "e");
            return new Row(
                    row.getString("participant"),
                    row.getLong("seq"),
                    row.getString("kind"),
                    Keys.read(row, "event"),
                    text(provenance.entry(), row, "description_digest"),
                    Assessed.read(row),
                    provenance);
        }

        Stream<StoredText> texts() {
            return Stream.concat(
                    Stream.of(description), assessed.stream().flatMap(a -> Stream.of(a.action(), a.followUp())));
        }

        DeviationRow as(DisclosedTexts.Reading reading) {
            return new DeviationRow(
                    participant,
                    seq,
                    kind,
                    event,
                    reading.of(description),
                    assessed.map(a -> a.as(reading)),
                    provenance);
        }
    }

    private static StoredText text(long entry, ResultSet row, String column) throws SQLException {
        return StoredText.freeText(entry, Optional.ofNullable(row.getString(column)));
    }
}
