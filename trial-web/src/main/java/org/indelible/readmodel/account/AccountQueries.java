package org.indelible.readmodel.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts live in the platform ledger; they are shown as they are now, with all that ever was granted. */
public interface AccountQueries {
    List<AccountRow> accounts();

    Optional<AccountRow> account(String account);

    /** Names to show for accounts; an account whose name was erased is shown by its id. */
    Map<String, String> names(Collection<String> accounts);

    /** Grants for a trial, ended ones included, oldest first. */
    List<RoleGrant> grants(String trial);

    /** Grants in force, of all accounts. */
    List<RoleGrant> grantsHeld();

    /** Grants of an account, ended ones included, oldest first. */
    List<RoleGrant> grantsOf(String account);

    /** Newest first. */
    List<SignIn> signIns(String account, int limit);

    /** Newest first. */
    List<ForbiddenAttempt> forbiddenAttempts(int limit);
}
