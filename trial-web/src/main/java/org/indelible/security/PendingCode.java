package org.indelible.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.indelible.shared.AccountId;

/** Whose password was right a moment ago; kept in the session until the one-time code comes, or it is too late. */
public record PendingCode(String account, Instant until) implements Serializable {
    public static final String ATTRIBUTE = "one-time-code-pending";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static PendingCode of(AccountId account, Instant now) {
        return new PendingCode(account.value(), now.plus(PATIENCE));
    }

    public boolean isOver(Instant now) {
        return until.isBefore(now);
    }
}
