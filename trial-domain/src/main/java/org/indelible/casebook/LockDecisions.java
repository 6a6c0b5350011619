package org.indelible.casebook;

import java.util.List;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.LockCommand.*;
import org.indelible.casebook.LockEvent.*;
import org.indelible.shared.AccountId;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureMeaning;

/** Freezing, locking, unlocking. */
final class LockDecisions {
    private LockDecisions() {}

    static List<CasebookEvent> decide(Registered casebook, LockCommand command, Authority authority) {
        return switch (command) {
            case FreezeForm c -> freeze(casebook, c, authority);
            case UnfreezeForm c -> unfreeze(casebook, c, authority);
            case LockCasebook c -> lock(casebook, c, authority);
            case AuthoriseUnlock c -> authorise(casebook, c, authority);
            case UnlockCasebook c -> unlock(casebook, c, authority);
        };
    }

    private static List<CasebookEvent> freeze(Registered casebook, FreezeForm command, Authority authority) {
        authority.require(Act.FREEZE);
        requireUnlocked(casebook);
        FormState form = casebook.records().form(command.form());
        if (form.items().isEmpty()) {
            throw CasebookRefusals.unknownOid("Form", command.form().formOid());
        }
        return form.frozen() ? List.of() : List.of(new FormFrozen(command.form()));
    }

    private static List<CasebookEvent> unfreeze(Registered casebook, UnfreezeForm command, Authority authority) {
        authority.require(Act.FREEZE);
        requireUnlocked(casebook);
        return casebook.records().form(command.form()).frozen()
                ? List.of(new FormUnfrozen(command.form(), RecordedReason.of(command.reason())))
                : List.of();
    }

    private static List<CasebookEvent> lock(Registered casebook, LockCasebook command, Authority authority) {
        authority.require(Act.LOCK_CASEBOOK);
        requireUnlocked(casebook);
        int open = casebook.queries().outstanding().size();
        if (open > 0) {
            throw CasebookRefusals.openQueries(open);
        }
        List<FormRef> unsigned = casebook.unsigned();
        if (!unsigned.isEmpty() && command.despite().isEmpty()) {
            throw CasebookRefusals.unsignedForms(unsigned.size());
        }
        return List.of(new CasebookLocked(unsigned, command.despite().map(RecordedReason::of)));
    }

    private static List<CasebookEvent> authorise(Registered casebook, AuthoriseUnlock command, Authority authority) {
        authority.require(Act.AUTHORISE_UNLOCK);
        requireLocked(casebook);
        return List.of(new CasebookUnlockAuthorised(
                FreshSignature.of(authority, SignatureMeaning.APPROVAL, command.authentication()),
                RecordedReason.of(command.reason())));
    }

    private static List<CasebookEvent> unlock(Registered casebook, UnlockCasebook command, Authority authority) {
        authority.require(Act.UNLOCK_CASEBOOK);
        requireLocked(casebook);
        AccountId authorisedBy =
                casebook.lock().unlockAuthorisedBy().orElseThrow(CasebookRefusals::unlockNotAuthorised);
        return List.of(new CasebookUnlocked(authorisedBy, RecordedReason.of(command.reason())));
    }

    private static void requireLocked(Registered casebook) {
        if (!casebook.lock().locked()) {
            throw CasebookRefusals.notLocked();
        }
    }

    private static void requireUnlocked(Registered casebook) {
        if (casebook.lock().locked()) {
            throw CasebookRefusals.locked();
        }
    }
}
