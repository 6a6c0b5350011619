package org.indelible.readmodel.review;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.util.Map;
import java.util.stream.Collectors;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which forms a person who may sign had before them, and by which entry that is on record (R38). */
@Repository
public class Openings {
    private static final String SELECT = """
            select o.event, o.event_key, o.form, o.form_key, o.valid_from
            from read.form_opening o
            where o.trial = :trial and o.participant = :key and o.account = :account and %s and %s
            """.formatted(holds("o"), visible("o"));

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaf index of the latest opening of each form; what changed the form later than that was not before the person. */
    public Map<FormPoint, Long> of(AsOf asOf, Visibility visibility, String participant, String account) {
        return AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("key", participant)
                .param("account", account)
                .query((row, number) -> Map.entry(
                        new FormPoint(
                                row.getString("event"),
                                Keys.read(row, "event_key"),
                                row.getString("form"),
                                Keys.read(row, "form_key")),
                        row.getLong("valid_from")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
