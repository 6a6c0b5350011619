package org.indelible.casebook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.keys.AesGcm;
import org.indelible.anchoring.keys.CipherTextException;
import org.indelible.anchoring.keys.DataKey;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.shared.AccountId;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.TrialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts of forms: encrypted, each under a key of its own in the key store, and private to their author. They are never data, and are not in the ledger. A draft is there
 * after a time-out, a crashed browser or a killed server; it ends with its key when it is saved or discarded.
 */
@Repository
class Drafts {
    private static final String OF = """
            account = :account and trial = :trial and participant = :participant
            and event = :event and event_key = :eventKey and form = :form and form_key = :formKey
            """;

    /** Where a draft belongs. */
    record Place(AccountId account, CasebookId casebook, FormAddress form) {
        private byte[] associated() {
            return String.join(
                            "\n",
                            account.value(),
                            casebook.toString(),
                            form.event(),
                            form.eventKey(),
                            form.form(),
                            form.formKey())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A draft that nobody went on with. */
    record Left(Place place, Instant typedAt) {}

    private final JdbcClient jdbc;
    private final KeyVault vault;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Drafts(JdbcClient jdbc, KeyVault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    Optional<Draft> find(Place place) {
        record Sealed(String ref, byte[] content) {}
        return statement("select key_ref, sealed from app.draft where " + OF, place)
                .query((row, n) -> new Sealed(row.getString("key_ref"), row.getBytes("sealed")))
                .optional()
                .flatMap(kept -> Optional.ofNullable(
                                vault.find(List.of(kept.ref())).get(kept.ref()))
                        .map(key -> open(key, kept.content(), place)));
    }

    /** Keeps what is typed, in place of what was kept before. */
    Draft keep(Place place, FormSave typed, List<Draft.Asked> asked) {
        Instant now = clock.instant();
        Draft draft =
                find(place).map(kept -> kept.with(typed, asked, now)).orElseGet(() -> new Draft(typed, asked, now));
        DataKey key = key(place);
        byte[] content = AesGcm.encrypt(key.key(), json.writeValueAsBytes(draft), place.associated());
        statement("""
                        insert into app.draft (account, trial, participant, event, event_key, form, form_key, key_ref, sealed, began_at, typed_at)
                        values (:account, :trial, :participant, :event, :eventKey, :form, :formKey, :ref, :sealed, :now, :now)
                        on conflict (account, trial, participant, event, event_key, form, form_key)
                        do update set key_ref = excluded.key_ref, sealed = excluded.sealed, typed_at = excluded.typed_at
                        """, place)
                .param("ref", key.ref())
                .param("sealed", content)
                .param("now", at(now))
                .update();
        return draft;
    }

    /** Ends a draft, and the key without which nobody can read it. */
    void end(Place place) {
        List<String> refs = statement("delete from app.draft where " + OF + " returning key_ref", place)
                .query(String.class)
                .list();
        vault.destroy(refs);
    }

    /** Drafts of everybody that lie unsaved for so long and are not on record as such. */
    List<Left> left(Duration age) {
        return jdbc.sql("""
                        select * from app.draft where noted_at is null and typed_at < :before order by typed_at limit 100
                        """)
                .param("before", at(clock.instant().minus(age)))
                .query((row, n) -> new Left(
                        new Place(
                                new AccountId(row.getString("account")),
                                new CasebookId(
                                        new TrialId(row.getString("trial")),
                                        new ParticipantKey(row.getString("participant"))),
                                new FormAddress(
                                        row.getString("event"),
                                        row.getString("event_key"),
                                        row.getString("form"),
                                        row.getString("form_key"))),
                        row.getObject("typed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void noted(Place place) {
        statement("update app.draft set noted_at = :now where " + OF, place)
                .param("now", at(clock.instant()))
                .update();
    }

    private DataKey key(Place place) {
        return statement("select key_ref from app.draft where " + OF, place)
                .query(String.class)
                .optional()
                .flatMap(ref -> Optional.ofNullable(vault.find(List.of(ref)).get(ref)))
                .orElseGet(vault::disclosureKey);
    }

    /** One that does not open was put there by another way. */
    private Draft open(DataKey key, byte[] content, Place place) {
        try {
            return json.readValue(AesGcm.decrypt(key.key(), content, place.associated()), Draft.class);
        } catch (CipherTextException altered) {
            throw new IllegalStateException("a draft does not open under its key", altered);
        }
    }

    private StatementSpec statement(String sql, Place place) {
        return jdbc.sql(sql)
                .param("account", place.account().value())
                .param("trial", place.casebook().trial().value())
                .param("participant", place.casebook().participant().value())
                .param("event", place.form().event())
                .param("eventKey", place.form().eventKey())
                .param("form", place.form().form())
                .param("formKey", place.form().formKey());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
