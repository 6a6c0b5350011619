package org.indelible.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.indelible.authority.Role;
import org.indelible.shared.SecondFactor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Of whom a second factor is demanded (R26): of whoever holds one of the roles of {@code indelible.second-factor.roles}. Accounts of the demo
 * are exempt, since they act on test trials only and are to be tried without a phone; each of their sign-ins says so on record.
 */
@Component
public class SecondFactorPolicy {
    private final Set<Role> roles;

    SecondFactorPolicy(@Value("${indelible.second-factor.roles}") List<Role> roles) {
        this.roles = roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    /** Whether the account must have one, and whether that was waived. */
    SecondFactor of(AccountProfile account) {
        boolean demanded = account.grants().stream().anyMatch(grant -> roles.contains(grant.role()));
        if (!demanded) {
            return SecondFactor.NOT_DEMANDED;
        }
        return account.demo() ? SecondFactor.WAIVED_FOR_DEMO : SecondFactor.TO_BE_SET_UP;
    }

    /** Whether a person who is signed in has to have one. */
    public boolean demandedOf(SignedInPerson person) {
        return !person.demo() && person.grants().stream().anyMatch(grant -> roles.contains(grant.role()));
    }

    /** Whether it was waived for this person, which their pages say. */
    public boolean waivedFor(SignedInPerson person) {
        return person.demo() && person.grants().stream().anyMatch(grant -> roles.contains(grant.role()));
    }
}
