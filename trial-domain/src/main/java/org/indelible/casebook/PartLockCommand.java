package org.indelible.casebook;

import java.util.Optional;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.CasebookId;
import org.indelible.shared.Reason;

/** Freezing and locking parts of a casebook, down to the item. */
public sealed interface PartLockCommand extends CasebookCommand {

    PartScope scope();

    record FreezePart(CasebookId casebook, PartScope scope) implements PartLockCommand {}

    record UnfreezePart(CasebookId casebook, PartScope scope, Reason reason) implements PartLockCommand {}

    /** @param despite reason to lock although forms in it lack a current signature; they are listed in the record. Open queries always bar a lock (R48, R49) */
    record LockPart(CasebookId casebook, PartScope scope, Optional<Reason> despite) implements PartLockCommand {}

    /** The investigator agrees to the unlocking, before the data manager does it (R50). */
    record AuthorisePartUnlock(
            CasebookId casebook, PartScope scope, Reason reason, AuthenticationEvidence authentication)
            implements PartLockCommand {}

    record UnlockPart(CasebookId casebook, PartScope scope, Reason reason) implements PartLockCommand {}
}
