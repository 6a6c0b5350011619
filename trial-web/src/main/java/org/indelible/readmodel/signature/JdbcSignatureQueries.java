package org.indelible.readmodel.signature;

import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

/** A signature is stale from the first change of a form in its scope that came after it. */
@Repository
class JdbcSignatureQueries implements SignatureQueries {
    private static final String SELECT =
            """
            select g.participant, g.meaning, g.name_digest, g.event, g.event_key, g.form, g.form_key, %s, %s
            from read.signature g
            join read.entry e on e.ledger = g.trial and e.leaf_index = g.valid_from
            left join lateral (
                select min(f.valid_from) as entry from read.form_change f
                where f.trial = g.trial and f.participant = g.participant
                  and f.valid_from > g.valid_from and f.valid_from < :size
                  and (g.event is null or (f.event, f.event_key) = (g.event, g.event_key))
                  and (g.form is null or (f.form, f.form_key) = (g.form, g.form_key))) x on true
            left join read.entry o on o.ledger = g.trial and o.leaf_index = x.entry
            where g.trial = :trial and g.valid_from < :size and %s
              and g.participant = any (:participants)
            order by g.valid_from desc
            """.formatted(ProvenanceColumns.of("e"), ProvenanceColumns.of("o"), visible("g"));

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    JdbcSignatureQueries(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<SignatureRow> signatures(AsOf asOf, Visibility visibility, String participant) {
        return shown(asOf, visibility, rows(asOf, visibility, List.of(participant)));
    }

    @Override
    public List<SignatureRow> signatures(AsOf asOf, Visibility visibility, Collection<String> participants) {
        return shown(asOf, visibility, rows(asOf, visibility, participants));
    }

    @Override
    public List<StaleSignature> stale(AsOf asOf, Visibility visibility, Collection<String> participants) {
        List<Row> rows = rows(asOf, visibility, participants);
        return rows.stream()
                .filter(row -> rows.stream().noneMatch(row::renewedBy))
                .flatMap(row -> row.stale().stream()
                        .map(change -> new StaleSignature(
                                row.participant(), row.event(), row.eventKey(), row.form(), row.formKey(), change)))
                .toList();
    }

    private List<Row> rows(AsOf asOf, Visibility visibility, Collection<String> participants) {
        return AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("participants", participants.toArray(String[]::new))
                .query(Row::read)
                .list();
    }

    private List<SignatureRow> shown(AsOf asOf, Visibility visibility, List<Row> rows) {
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(), visibility, rows.stream().map(Row::name).toList());
        return rows.stream().map(row -> row.shown(reading)).toList();
    }

    private record Row(
            String participant,
            String meaning,
            StoredText name,
            Optional<String> event,
            Optional<String> eventKey,
            Optional<String> form,
            Optional<String> formKey,
            Provenance provenance,
            Optional<Provenance> stale) {

        static Row read(ResultSet row, int number) throws SQLException {
            Provenance provenance = ProvenanceColumns.read(row, "e");
            return new Row(
                    row.getString("participant"),
                    row.getString("meaning"),
                    StoredText.freeText(provenance.entry(), Optional.ofNullable(row.getString("name_digest"))),
                    Optional.ofNullable(row.getString("event")),
                    Keys.read(row, "event_key"),
                    Optional.ofNullable(row.getString("form")),
                    Keys.read(row, "form_key"),
                    provenance,
                    ProvenanceColumns.readOptional(row, "o"));
        }

        /** Signed again with the same scope and meaning. */
        boolean renewedBy(Row later) {
            return later.provenance.entry() > provenance.entry()
                    && later.participant.equals(participant)
                    && later.meaning.equals(meaning)
                    && later.event.equals(event)
                    && later.eventKey.equals(eventKey)
                    && later.form.equals(form)
                    && later.formKey.equals(formKey);
        }

        SignatureRow shown(DisclosedTexts.Reading reading) {
            return new SignatureRow(
                    participant, meaning, reading.present(name), event, eventKey, form, formKey, provenance, stale);
        }
    }
}
