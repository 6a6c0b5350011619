package org.indelible.readmodel.review;

import static org.indelible.readmodel.AsOfSql.visible;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.StoredValue;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What checks asked about while a value was typed, and the answers that were changed then (R10). */
@Repository
public class CheckPrompts {
    private static final String SELECT = """
            select p.*, %s from read.check_prompt p
            join read.entry e on e.ledger = p.trial and e.leaf_index = p.valid_from
            where p.trial = :trial and p.participant = :key and p.event = :event and p.event_key = :eventKey
              and p.form = :form and p.form_key = :formKey and p.item_group = :group and p.group_key = :groupKey
              and p.item = :item and p.valid_from < :size and %s
            order by p.valid_from desc, p.n desc
            """.formatted(ProvenanceColumns.of("e"), visible("p"));

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    CheckPrompts(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** @param value the answer that stood there when the check asked; its unit by OID */
    public record Prompted(String check, RecordedValue value, Provenance provenance) {}

    /** Newest first. */
    public List<Prompted> of(AsOf asOf, Visibility visibility, String participant, DataPoint point) {
        record Row(String check, Optional<StoredValue> value, Provenance provenance) {}
        List<Row> rows = AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("key", participant)
                .param("event", point.event())
                .param("eventKey", Keys.column(point.eventKey()))
                .param("form", point.form())
                .param("formKey", Keys.column(point.formKey()))
                .param("group", point.group())
                .param("groupKey", Keys.column(point.groupKey()))
                .param("item", point.item())
                .query((row, n) -> {
                    Provenance provenance = ProvenanceColumns.read(row, "e");
                    return new Row(
                            row.getString("check_id"), StoredValue.read(row, "", provenance.entry()), provenance);
                })
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                rows.stream()
                        .flatMap(row -> row.value().stream())
                        .map(StoredValue::text)
                        .toList());
        return rows.stream()
                .flatMap(row -> row.value().stream()
                        .map(value -> new Prompted(row.check(), value.as(reading), row.provenance())))
                .toList();
    }
}
