package org.indelible.readmodel.worklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries that were begun and neither saved nor discarded. */
@Repository
class LeftDrafts {
    private final JdbcClient jdbc;

    LeftDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since the day anything was typed last */
    record Left(String participant, FormPoint form, String account, LocalDate since, long entry) {}

    List<Left> of(String trial, Collection<String> participants) {
        return jdbc.sql("""
                        select * from read.draft_left
                        where trial = :trial and participant = any (:participants) and valid_to is null
                        order by valid_from
                        """)
                .param("trial", trial)
                .param("participants", participants.toArray(String[]::new))
                .query((row, n) -> new Left(
                        row.getString("participant"),
                        new FormPoint(
                                row.getString("event"),
                                Keys.read(row, "event_key"),
                                row.getString("form"),
                                Keys.read(row, "form_key")),
                        row.getString("account"),
                        Objects.requireNonNull(row.getObject("typed_on", LocalDate.class)),
                        row.getLong("valid_from")))
                .list();
    }
}
