package org.indelible.casebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.indelible.readmodel.account.AccountQueries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who else has a form before them to enter it. It is told, never recorded, and bars nobody: changes of different values go together. */
@Repository
class Presence {
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** @param name printed name */
    record Other(String name, Instant since) {}

    private final JdbcClient jdbc;
    private final AccountQueries accounts;
    private final Clock clock;

    Presence(JdbcClient jdbc, AccountQueries accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Says that this person is here, and who else is. */
    List<Other> others(Drafts.Place here) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime fresh = now.minus(FRESH);
        parameters(jdbc.sql("""
                        insert into app.form_presence (trial, participant, event, event_key, form, form_key, account, since, seen_at)
                        values (:trial, :participant, :event, :eventKey, :form, :formKey, :account, :now, :now)
                        on conflict (trial, participant, event, event_key, form, form_key, account)
                        do update set seen_at = excluded.seen_at,
                            since = case when form_presence.seen_at < :fresh then excluded.since else form_presence.since end
                        """), here).param("now", now).param("fresh", fresh).update();
        Map<String, Instant> there = parameters(jdbc.sql("""
                        select account, since from app.form_presence
                        where trial = :trial and participant = :participant and event = :event and event_key = :eventKey
                          and form = :form and form_key = :formKey and account <> :account and seen_at >= :fresh
                        """), here)
                .param("fresh", fresh)
                .query((row, n) -> Map.entry(
                        row.getString("account"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, String> names = accounts.names(there.keySet());
        return there.entrySet().stream()
                .map(other -> new Other(names.getOrDefault(other.getKey(), other.getKey()), other.getValue()))
                .toList();
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Drafts.Place here) {
        return statement
                .param("account", here.account().value())
                .param("trial", here.casebook().trial().value())
                .param("participant", here.casebook().participant().value())
                .param("event", here.form().event())
                .param("eventKey", here.form().eventKey())
                .param("form", here.form().form())
                .param("formKey", here.form().formKey());
    }
}
