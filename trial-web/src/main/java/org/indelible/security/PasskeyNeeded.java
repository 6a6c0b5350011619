package org.indelible.security;

import org.springframework.security.core.AuthenticationException;

/** The password is right, a second factor is demanded, and it is a passkey that the account has: it signs in with that. */
public final class PasskeyNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    PasskeyNeeded() {
        super("A passkey is needed.");
    }
}
