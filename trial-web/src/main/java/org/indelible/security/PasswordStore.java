package org.indelible.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.indelible.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Password hashes and the count of failures, in a table of their own (R26, R27). */
@Repository
class PasswordStore {
    static final int FAILURES_ALLOWED = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** What an attempt may be checked against. */
    record Attempt(String hash, int number) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PasswordStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before it is checked, so that any number of simultaneous attempts cannot try more passwords than
     * are allowed. Empty where there is no such account or it is locked.
     */
    Optional<Attempt> begin(AccountId account) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE account_credential
                           SET failures = CASE WHEN locked_until <= :now THEN 1 ELSE failures + 1 END,
                               locked_until = CASE WHEN locked_until <= :now THEN NULL
                                                   WHEN failures + 1 >= :allowed THEN :until
                                                   ELSE locked_until END
                         WHERE account = :account AND (locked_until IS NULL OR locked_until <= :now)
                        RETURNING password_hash, failures
                        """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(LOCKED_FOR).atOffset(ZoneOffset.UTC))
                .param("allowed", FAILURES_ALLOWED)
                .query((row, n) -> new Attempt(row.getString("password_hash"), row.getInt("failures")))
                .optional();
    }

    void succeeded(AccountId account) {
        jdbc.sql("UPDATE account_credential SET failures = 0, locked_until = NULL WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    boolean isLocked(AccountId account) {
        return jdbc.sql("SELECT 1 FROM account_credential WHERE account = :account AND locked_until > :now")
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean isFirst(AccountId account) {
        return jdbc.sql("SELECT first FROM account_credential WHERE account = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Sets a new password; old bearer tokens end with the old one.
     *
     * @param first whether somebody else than the owner knows it
     */
    void set(AccountId account, String hash, boolean first) {
        jdbc.sql("DELETE FROM api_token WHERE account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("""
                        INSERT INTO account_credential (account, password_hash, changed_at, first)
                        VALUES (:account, :hash, :now, :first)
                        ON CONFLICT (account) DO UPDATE
                           SET password_hash = excluded.password_hash, changed_at = excluded.changed_at,
                               failures = 0, locked_until = NULL, first = excluded.first
                        """)
                .param("first", first)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
