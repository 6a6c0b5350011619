package org.indelible.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SignInId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opaque bearer tokens (RFC 6750): 256 random bits, kept only as their SHA-256. */
@Component
public class ApiTokens {
    private static final Duration LIFE = Duration.ofHours(8);
    private static final int BYTES = 32;

    /** A token for its owner's eyes. */
    public record IssuedToken(String token, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final SignIn signIn;
    private final Passwords passwords;
    private final SecondFactorPolicy secondFactors;
    private final SecondFactorFirst secondFactorFirst;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(
            JdbcClient jdbc,
            SignIn signIn,
            Passwords passwords,
            SecondFactorPolicy secondFactors,
            SecondFactorFirst secondFactorFirst,
            Clock clock) {
        this.jdbc = jdbc;
        this.signIn = signIn;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.secondFactorFirst = secondFactorFirst;
        this.clock = clock;
    }

    /** @throws DomainRefusal where the password is one that somebody else set */
    public IssuedToken issue(SignedInPerson person) {
        if (passwords.isFirst(person.account())) {
            throw DomainRefusal.forbidden(
                    "password-change-needed",
                    "This password was set by an administrator.",
                    "Sign in to the portal once and choose your own.");
        }
        if (secondFactors.demandedOf(person) && !secondFactorFirst.isSettled(person)) {
            throw DomainRefusal.forbidden(
                    "second-factor-needed",
                    "One of your roles demands a second factor, and you have none yet.",
                    "Sign in to the portal once and set it up.");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(LIFE);
        jdbc.sql("DELETE FROM api_token WHERE expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO api_token VALUES (:hash, :account, :signIn, :now, :expires)")
                .param("hash", hash(token))
                .param("account", person.username())
                .param("signIn", person.signInId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new IssuedToken(token, expiresAt);
    }

    /** The person the token stands for, with the roles they hold now. */
    Optional<SignedInPerson> person(String token) {
        return jdbc.sql("SELECT account, sign_in FROM api_token WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        signIn.resumed(new AccountId(row.getString("account")), new SignInId(row.getString("sign_in"))))
                .optional()
                .flatMap(person -> person);
    }

    /** Ends the person's sign-in and with it the token that stands for it. */
    public void end(SignedInPerson person) {
        jdbc.sql("DELETE FROM api_token WHERE account = :account AND sign_in = :signIn")
                .param("account", person.username())
                .param("signIn", person.signInId())
                .update();
        signIn.ended(person, "by-user");
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
