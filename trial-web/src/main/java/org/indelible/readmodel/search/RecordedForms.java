package org.indelible.readmodel.search;

import static org.indelible.readmodel.AsOfSql.visible;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The instances of forms that were recorded last. Reads the latest changes only, however many there are. */
@Repository
public class RecordedForms {
    private static final String SELECT = """
            select c.participant, c.event, c.event_key, c.form, c.form_key, max(c.valid_from) as entry
            from (
                select f.* from read.form_change f
                where f.trial = :trial and f.form = any (:forms) and f.valid_from < :size and %s
                  and (cast(:participants as text[]) is null or f.participant = any (:participants))
                order by f.valid_from desc limit 500) c
            group by c.participant, c.event, c.event_key, c.form, c.form_key
            order by entry desc limit :limit
            """.formatted(visible("f"));

    private final JdbcClient jdbc;

    RecordedForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param entry leaf index of its last change */
    public record Instance(
            String participant,
            String event,
            Optional<String> eventKey,
            String form,
            Optional<String> formKey,
            long entry) {}

    /** @param participants empty for all */
    public List<Instance> latest(
            AsOf asOf, Visibility visibility, Collection<String> forms, Collection<String> participants, int limit) {
        return AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("forms", forms.toArray(String[]::new))
                .param("participants", participants.isEmpty() ? null : participants.toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> new Instance(
                        row.getString("participant"),
                        row.getString("event"),
                        Keys.read(row, "event_key"),
                        row.getString("form"),
                        Keys.read(row, "form_key"),
                        row.getLong("entry")))
                .list();
    }
}
