package org.indelible.security;

import org.indelible.shared.AccountId;
import org.springframework.security.core.AuthenticationException;

/** The password is right, and the account has one-time codes: one is needed now. */
public final class SecondFactorNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final String account;

    SecondFactorNeeded(AccountId account) {
        super("A one-time code is needed.");
        this.account = account.value();
    }

    public AccountId account() {
        return new AccountId(account);
    }
}
