package org.indelible.security;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.indelible.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secrets of generators of one-time codes, encrypted, and hashes of recovery codes (R26). */
@Repository
class OneTimeCodeStore {
    static final int FAILURES_ALLOWED = 5;

    /** @param lastStep the newest step whose code was used: no code counts twice */
    record Stored(byte[] secret, boolean confirmed, long lastStep) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeCodeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Stored> find(AccountId account) {
        return jdbc.sql("SELECT secret, confirmed, last_step FROM one_time_code WHERE account = :account")
                .param("account", account.value())
                .query((row, n) ->
                        new Stored(row.getBytes("secret"), row.getBoolean("confirmed"), row.getLong("last_step")))
                .optional();
    }

    /** A secret that has yet to show that it works; one that works already stays. */
    void propose(AccountId account, byte[] secret) {
        jdbc.sql("""
                        INSERT INTO one_time_code (account, secret, made_at) VALUES (:account, :secret, :now)
                        ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at
                         WHERE NOT one_time_code.confirmed
                        """)
                .param("account", account.value())
                .param("secret", secret)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts an attempt as failed before it is checked; the number of failures with it. */
    int begin(AccountId account) {
        return jdbc.sql("UPDATE one_time_code SET failures = failures + 1 WHERE account = :account RETURNING failures")
                .param("account", account.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Uses the code of a step up; false where it, or a later one, was used before. */
    boolean use(AccountId account, long step) {
        return jdbc.sql("""
                                UPDATE one_time_code SET last_step = :step, confirmed = true, failures = 0
                                 WHERE account = :account AND last_step < :step
                                """)
                        .param("account", account.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    /** Uses a recovery code up; how many are left, empty where there is none of this hash. */
    Optional<Integer> useRecovery(AccountId account, byte[] hash) {
        int used = jdbc.sql("DELETE FROM recovery_code WHERE account = :account AND code_hash = :hash")
                .param("account", account.value())
                .param("hash", hash)
                .update();
        if (used == 0) {
            return Optional.empty();
        }
        forgiven(account);
        return Optional.of(jdbc.sql("SELECT count(*) FROM recovery_code WHERE account = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single());
    }

    void setRecovery(AccountId account, List<byte[]> hashes) {
        jdbc.sql("DELETE FROM recovery_code WHERE account = :account")
                .param("account", account.value())
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("INSERT INTO recovery_code (account, code_hash) VALUES (:account, :hash)")
                    .param("account", account.value())
                    .param("hash", hash)
                    .update();
        }
    }

    /** Too many failures: the account is locked as for wrong passwords, and the count begins again. */
    void lock(AccountId account) {
        jdbc.sql("UPDATE account_credential SET locked_until = :until WHERE account = :account")
                .param("account", account.value())
                .param("until", clock.instant().plus(PasswordStore.LOCKED_FOR).atOffset(ZoneOffset.UTC))
                .update();
        forgiven(account);
    }

    private void forgiven(AccountId account) {
        jdbc.sql("UPDATE one_time_code SET failures = 0 WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    void remove(AccountId account) {
        for (String table : List.of("recovery_code", "one_time_code")) {
            jdbc.sql("DELETE FROM " + table + " WHERE account = :account")
                    .param("account", account.value())
                    .update();
        }
    }
}
