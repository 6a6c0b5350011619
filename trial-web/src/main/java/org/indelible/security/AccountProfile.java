package org.indelible.security;

import java.util.List;
import org.indelible.shared.AccountId;

/**
 * What sign-in has to know of an account.
 *
 * @param enabled false once it was disabled, for good
 * @param lockedOut the record says locked, although the lock may have ended meanwhile
 * @param demo acts on trials of kind {@code test} only
 */
public record AccountProfile(
        AccountId account,
        String printedName,

        boolean enabled,
        boolean lockedOut,
        boolean demo,
        List<RoleGrant> grants) {
    public AccountProfile {
        grants = List.copyOf(grants);
    }
}
