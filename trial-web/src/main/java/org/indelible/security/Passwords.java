package org.indelible.security;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.indelible.security.PasswordStore.Attempt;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords, hashed with Argon2id (RFC 9106) in OWASP's configuration of 19 MiB and two passes. Whether an account exists, is locked
 * or has another password cannot be told from the answer, nor from how long it takes.
 */
@Component
public class Passwords {
    /** NIST SP 800-63B section 3.1.1: length is what counts. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 200;
    private static final Argon2PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private static final String HASH_OF_NOBODY = ARGON2.encode("nobody has this password");

    private final PasswordStore store;
    /** Each check takes memory: a flood of attempts waits here instead of taking all of it. */
    private final Semaphore checks = new Semaphore(8);

    Passwords(PasswordStore store) {
        this.store = store;
    }

    public void set(AccountId account, String password) {
        requireLength(password);
        store.set(account, ARGON2.encode(password), false);
    }

    /** Sets a password that somebody else knows: its owner replaces it before anything else. */
    public void setFirst(AccountId account, String password) {
        requireLength(password);
        store.set(account, ARGON2.encode(password), true);
    }

    /** Whether the password is one that somebody else set. */
    public boolean isFirst(AccountId account) {
        return store.isFirst(account);
    }

    boolean isLocked(AccountId account) {
        return store.isLocked(account);
    }

    /** Ends a lock-out before its time. */
    public void unlock(AccountId account) {
        store.succeeded(account);
    }

    /** Refuses what is too short, and what is among the first that somebody who knows the account's name would try. */
    public static void requireStrong(AccountId account, String password) {
        requireLength(password);
        if (GuessedPasswords.includes(password, account)) {
            throw new DomainRefusal(
                    "password-too-weak",
                    "This password is among the first that are tried: a common one, a repetition, or the name of the account.",
                    "Choose one that nobody uses; several unrelated words are easy to remember.");
        }
    }

    private static void requireLength(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new DomainRefusal(
                    "password-too-weak",
                    "A password has at least " + SHORTEST + " characters, and at most " + LONGEST + ".",
                    "Choose another one; several words are easy to remember.");
        }
    }

    /** What came of an attempt. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** Wrong, and the last one that was allowed. */
        WRONG_AND_LOCKED,
        /** Nothing was tried: no such account, or it is locked. */
        REFUSED
    }

    Outcome check(AccountId account, String password) {
        Optional<Attempt> attempt = store.begin(account);
        boolean right = matches(password, attempt.map(Attempt::hash).orElse(HASH_OF_NOBODY));
        if (attempt.isEmpty()) {
            return Outcome.REFUSED;
        }
        if (right) {
            store.succeeded(account);
            return Outcome.RIGHT;
        }
        return attempt.get().number() >= PasswordStore.FAILURES_ALLOWED ? Outcome.WRONG_AND_LOCKED : Outcome.WRONG;
    }

    private boolean matches(String password, String hash) {
        checks.acquireUninterruptibly();
        try {
            return password.length() <= LONGEST && ARGON2.matches(password, hash);
        } finally {
            checks.release();
        }
    }
}
