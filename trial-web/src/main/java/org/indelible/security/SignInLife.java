package org.indelible.security;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a sign-in lasts at most, whatever is done within it (R28): {@code indelible.sign-in.longest}, 12 hours where nothing is said. How long
 * it may be idle is {@code server.servlet.session.timeout}.
 */
@Component
public class SignInLife {
    private final Duration longest;

    SignInLife(@Value("${indelible.sign-in.longest:12h}") Duration longest) {
        this.longest = longest;
    }

    public Duration longest() {
        return longest;
    }
}
