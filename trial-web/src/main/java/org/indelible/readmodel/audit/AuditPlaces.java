package org.indelible.readmodel.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where entries that changed no data point belong: one query for all entries of a page. */
@Repository
public class AuditPlaces {
    private static final String SELECT = """
            select valid_from as entry, event, event_key, form, form_key, null as item, meaning as detail, null as words
            from read.signature where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select t.valid_from, q.event, q.event_key, q.form, q.form_key, q.item, t.status, t.text_digest
            from read.query_turn t join read.query q
              on q.trial = t.trial and q.participant = t.participant and q.query = t.query
            where t.trial = :trial and t.participant = any (:participants) and t.valid_from = any (:entries)
            union all
            select valid_from, event, event_key, null, null, null, cast(on_day as text), null
            from read.visit where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select valid_from, event, event_key, form, form_key, null, null, null
            from read.form_freeze where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select distinct valid_from, event, event_key, form, form_key, null, null, null
            from read.verification where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select valid_from, event, event_key, form, form_key, null, null, null
            from read.form_opening where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select valid_from, event, event_key, form, form_key, null, null, null
            from read.form_change where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select valid_from, null, null, null, null, null, version, null
            from read.consent where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select valid_from, event, event_key, null, null, null, kind, description_digest
            from read.deviation where trial = :trial and participant = any (:participants) and valid_from = any (:entries)
            union all
            select valid_from, null, null, null, null, null, cast(on_day as text), null
            from read.milestone where trial = :trial and participant = any (:participants) and valid_from = any (:entries) and on_day is not null
            """;

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    AuditPlaces(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** @param rows that the reader may see */
    public Map<Long, AuditPlace> of(AsOf asOf, Visibility visibility, Collection<AuditRow> rows) {
        Map<Long, String> participants = new HashMap<>();
        rows.stream()
                .filter(row -> row.dataPoint().isEmpty())
                .forEach(row -> row.participant()
                        .ifPresent(key -> participants.put(row.provenance().entry(), key)));
        return participants.isEmpty() ? Map.of() : of(asOf, visibility, participants);
    }

    private Map<Long, AuditPlace> of(AsOf asOf, Visibility visibility, Map<Long, String> entries) {
        List<Row> rows = jdbc.sql(SELECT)
                .param("trial", asOf.trial())
                .param("entries", entries.keySet().toArray(Long[]::new))
                .param("participants", entries.values().stream().distinct().toArray(String[]::new))
                .query(Row::read)
                .list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                rows.stream().flatMap(row -> row.words().stream()).toList());
        Map<Long, AuditPlace> places = new HashMap<>();
        rows.forEach(row -> places.putIfAbsent(row.entry(), row.told(reading)));
        return places;
    }

    private record Row(long entry, AuditPlace place, Optional<StoredText> words) {
        static Row read(ResultSet row, int number) throws SQLException {
            long entry = row.getLong("entry");
            return new Row(
                    entry,
                    new AuditPlace(
                            Optional.ofNullable(row.getString("event")),
                            Keys.read(row, "event_key"),
                            Optional.ofNullable(row.getString("form")),
                            Keys.read(row, "form_key"),
                            Optional.ofNullable(row.getString("item")),
                            Optional.ofNullable(row.getString("detail")),
                            Optional.empty()),
                    Optional.ofNullable(row.getString("words"))
                            .map(digest -> StoredText.freeText(entry, Optional.of(digest))));
        }

        AuditPlace told(DisclosedTexts.Reading reading) {
            return new AuditPlace(
                    place.event(),
                    place.eventKey(),
                    place.form(),
                    place.formKey(),
                    place.item(),
                    place.detail(),
                    words.map(reading::present));
        }
    }
}
