package org.indelible.readmodel.review;

import static org.indelible.readmodel.AsOfSql.visible;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents filed with the forms of a participant. */
@Repository
public class Attachments {
    private static final String SELECT = """
            select a.*, exists (select from read.attachment_inactivation i
                                where i.trial = a.trial and i.participant = a.participant and i.document = a.document
                                  and i.valid_from < :size and i.valid_from > a.valid_from) as inactive, %s
            from read.attachment a join read.entry e on e.ledger = a.trial and e.leaf_index = a.valid_from
            where a.trial = :trial and a.participant = :key and a.valid_from < :size and %s
            order by a.valid_from
            """.formatted(ProvenanceColumns.of("e"), visible("a"));

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    Attachments(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /**
     * @param name withheld from whoever must not know who the participant is
     * @param size in bytes
     */
    public record Attachment(
            FormPoint form,
            String document,
            Disclosable<String> name,
            String mediaType,
            long size,
            boolean inactive,
            Provenance provenance) {}

    public List<Attachment> of(AsOf asOf, Visibility visibility, String participant) {
        record Row(Attachment bare, StoredText name) {}
        List<Row> rows = AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("key", participant)
                .query((row, n) -> {
                    Provenance provenance = ProvenanceColumns.read(row, "e");
                    StoredText name = new StoredText(
                            provenance.entry(),
                            DisclosureClass.IDENTITY,
                            Optional.empty(),
                            Optional.ofNullable(row.getString("name_digest")));
                    return new Row(
                            new Attachment(
                                    new FormPoint(
                                            row.getString("event"),
                                            Keys.read(row, "event_key"),
                                            row.getString("form"),
                                            Keys.read(row, "form_key")),
                                    row.getString("document"),
                                    Disclosable.of("", DisclosureClass.IDENTITY),
                                    row.getString("media_type"),
                                    row.getLong("size"),
                                    row.getBoolean("inactive"),
                                    provenance),
                            name);
                })
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(), visibility, rows.stream().map(Row::name).toList());
        return rows.stream()
                .map(row -> new Attachment(
                        row.bare().form(),
                        row.bare().document(),
                        reading.present(row.name()),
                        row.bare().mediaType(),
                        row.bare().size(),
                        row.bare().inactive(),
                        row.bare().provenance()))
                .toList();
    }
}
