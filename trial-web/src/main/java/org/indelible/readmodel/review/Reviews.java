package org.indelible.readmodel.review;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.DataPointColumns;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was verified and reviewed last, and which parts of a casebook are frozen or locked. */
@Repository
public class Reviews {
    private static final String REVIEWED = """
            select r.*, %s from read.form_review r
            join read.entry e on e.ledger = r.trial and e.leaf_index = r.valid_from
            where r.trial = :trial and r.participant = :key and %s and %s
            """.formatted(ProvenanceColumns.of("e"), holds("r"), visible("r"));
    private static final String VERIFIED = """
            select v.*, (
                select max(i.valid_from) from read.item i
                where i.seq = v.seq and (i.trial, i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item)
                    = (v.trial, v.participant, v.event, v.event_key, v.form, v.form_key, v.item_group, v.group_key, v.item)) as version
            from read.verification v
            where v.trial = :trial and v.participant = :key and %s and %s
            """.formatted(holds("v"), visible("v"));
    private static final String PARTS = """
            select b.*, %s from read.part_bar b
            join read.entry e on e.ledger = b.trial and e.leaf_index = b.valid_from
            where b.trial = :trial and b.participant = :key and %s and %s
            order by b.event, b.event_key, b.form, b.form_key, b.item
            """.formatted(ProvenanceColumns.of("e"), holds("b"), visible("b"));

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seen latest version of the form's data that was reviewed */
    public record Reviewed(FormPoint form, long seen, Provenance provenance) {}

    /**
     * A part that is closed to changes.
     *
     * @param event empty: the whole casebook
     * @param form empty: the whole visit
     * @param item of which only the item counts; empty: the whole form
     * @param authorised whether its unlocking is authorised
     */
    public record Part(
            Optional<String> event,
            Optional<String> eventKey,
            Optional<String> form,
            Optional<String> formKey,
            Optional<DataPoint> item,
            boolean locked,
            boolean authorised,
            Provenance provenance) {}

    public Map<FormPoint, Reviewed> reviewed(AsOf asOf, Visibility visibility, String participant) {
        return AsOfSql.query(jdbc, REVIEWED, asOf, visibility)
                .param("key", participant)
                .query((row, n) -> new Reviewed(form(row), row.getLong("seen"), ProvenanceColumns.read(row, "e")))
                .list()
                .stream()
                .collect(Collectors.toMap(Reviewed::form, review -> review));
    }

    /** The entry of the version of each data point that was compared with its source last, which may not be the present one. */
    public Map<DataPoint, Long> verified(AsOf asOf, Visibility visibility, String participant) {
        return AsOfSql.query(jdbc, VERIFIED, asOf, visibility)
                .param("key", participant)
                .query((row, n) -> Map.entry(DataPointColumns.read(row), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<Part> parts(AsOf asOf, Visibility visibility, String participant) {
        return AsOfSql.query(jdbc, PARTS, asOf, visibility)
                .param("key", participant)
                .query((row, n) -> new Part(
                        Keys.read(row, "event"),
                        Keys.read(row, "event_key"),
                        Keys.read(row, "form"),
                        Keys.read(row, "form_key"),
                        row.getString("item").isEmpty() ? Optional.empty() : Optional.of(DataPointColumns.read(row)),
                        row.getBoolean("locked"),
                        row.getString("authorised_by") != null,
                        ProvenanceColumns.read(row, "e")))
                .list();
    }

    private static FormPoint form(ResultSet row) throws SQLException {
        return new FormPoint(
                row.getString("event"), Keys.read(row, "event_key"), row.getString("form"), Keys.read(row, "form_key"));
    }
}
