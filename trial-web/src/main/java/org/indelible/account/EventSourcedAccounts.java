package org.indelible.account;

import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.account.AccountState.Known;
import org.indelible.authority.RoleGrant;
import org.indelible.security.AccountDirectory;
import org.indelible.security.AccountProfile;
import org.indelible.shared.AccountId;
import org.indelible.wiring.RecordedAuthority;
import org.springframework.stereotype.Component;

/** Accounts as their streams tell, without the detour over a read model: a revoked role is revoked at the next sign-in or call. */
@Component
class EventSourcedAccounts implements AccountDirectory {
    private final RecordedAuthority authority;

    EventSourcedAccounts(RecordedAuthority authority) {
        this.authority = authority;
    }

    @Override
    public Optional<AccountProfile> find(AccountId account) {
        return authority.accountNow(account) instanceof Known known ? Optional.of(profile(known)) : Optional.empty();
    }

    private static AccountProfile profile(Known account) {
        Stream<RoleGrant> grants = account.grants().values().stream();
        return new AccountProfile(
                account.account(),
                account.printedName().present().orElse(account.account().value()),
                !account.disabled(),
                account.lockedOut(),
                account.demo(),
                grants.map(grant -> org.indelible.security.RoleGrant.of(
                                grant.grantId(),
                                grant.role(),
                                grant.organisation(),
                                grant.trial(),
                                grant.site(),
                                grant.participant()))
                        .toList());
    }
}
