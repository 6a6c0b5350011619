package org.indelible.casebook;

import java.util.Optional;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.CasebookId;
import org.indelible.shared.Reason;

/** Freezing bars edits by the site, locking bars everything; neither hides anything. */
public sealed interface LockCommand extends CasebookCommand {

    record FreezeForm(CasebookId casebook, FormRef form) implements LockCommand {}

    record UnfreezeForm(CasebookId casebook, FormRef form, Reason reason) implements LockCommand {}

    /** @param despite reason to lock although forms lack a current signature; they are listed in the record. Open queries always bar a lock (R48, R49) */
    record LockCasebook(CasebookId casebook, Optional<Reason> despite) implements LockCommand {}

    /** The investigator agrees to the unlocking, before the data manager does it (R50). */
    record AuthoriseUnlock(CasebookId casebook, Reason reason, AuthenticationEvidence authentication)
            implements LockCommand {}

    record UnlockCasebook(CasebookId casebook, Reason reason) implements LockCommand {}
}
