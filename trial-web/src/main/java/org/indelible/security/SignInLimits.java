package org.indelible.security;

import java.time.Clock;
import java.time.Duration;
import org.indelible.shared.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps failed sign-ins from flooding the ledger and the processors: an address that fails too often is not heard for a while, and of an
 * account only so many failures are recorded one by one. Locking an account out is not limited by this, nor is the record of it.
 */
@Component
class SignInLimits {
    private final FailureBudget addresses;
    private final FailureBudget accounts;

    SignInLimits(Clock clock) {
        this.addresses = new FailureBudget(50, Duration.ofSeconds(30), clock);
        this.accounts = new FailureBudget(10, Duration.ofMinutes(10), clock);
    }

    /** Whether attempts from where the current request comes from are not heard for now. */
    boolean isSilenced() {
        return addresses.isExhausted(address());
    }

    /** Counts a failure against the address. */
    void failed() {
        addresses.spend(address());
    }

    /** Whether one more failure of this account is to be recorded. */
    boolean isRecorded(AccountId account) {
        return accounts.spend(account.value());
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "here";
    }
}
