package org.indelible.security;

import java.util.Optional;
import org.indelible.shared.AccountId;

/** Accounts and the roles they hold now, as recorded in the platform ledger. */
@FunctionalInterface
public interface AccountDirectory {
    Optional<AccountProfile> find(AccountId account);
}
