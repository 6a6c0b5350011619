package org.indelible.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.indelible.account.AccountCommand.*;
import org.indelible.account.AccountEvent.*;
import org.indelible.account.AccountState.Known;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignInId;

/** What is asked of an account, and what comes of it. */
public final class AccountDecisions {
    private AccountDecisions() {}

    public static List<AccountEvent> decide(AccountState state, AccountCommand command, Authority authority) {
        authority.require(actOf(command));
        if (command instanceof CreateAccount create) {
            return create(state, create);
        }
        if (!(state instanceof Known account)) {
            throw new DomainRefusal("account-unknown", "There is no such account.", "Create it first.");
        }
        return switch (command) {
            case CreateAccount create -> create(state, create);
            case GrantRole grant -> grant(account, grant);
            case RevokeRole revoke -> revoke(account, revoke);
            case RecordPasswordSet set -> List.of(new PasswordSet());
            case RecordIdentityProof proof -> List.of(new IdentityProofRecorded(proof.method(), proof.document()));
            case RegisterPasskey register -> PasskeyDecisions.register(account, register, authority);
            case RemovePasskey remove -> PasskeyDecisions.remove(account, remove, authority);
            case RecordOneTimeCodes set -> List.of(new OneTimeCodesSetUp());
            case RemoveOneTimeCodes remove ->
                account.credentials().oneTimeCodes()
                        ? List.of(new OneTimeCodesRemoved(RecordedReason.of(remove.reason())))
                        : List.of();
            case RecordRecoveryCodeUsed used -> List.of(new RecoveryCodeUsed(used.left()));
            case RecordSignIn signIn -> signIn(account, signIn);
            case ContinueSignIn next -> continueSignIn(account, next);
            case RecordSignOut signOut -> signOut(account, signOut);
            case RecordSignInFailure failure -> List.of(new SignInFailed(failure.method(), account.failures() + 1));
            case LockOut lockOut -> account.lockedOut() ? List.of() : List.of(new LockedOut(lockOut.until()));
            case Unlock unlock ->
                account.lockedOut() ? List.of(new AccountUnlocked(RecordedReason.of(unlock.reason()))) : List.of();
            case DisableAccount disable -> disable(account, disable);
            case RecordEvidenceExport export -> export(account, export, authority);
            case RecordDataExport export -> exportData(account, export, authority);
            case RecordForbiddenAttempt attempt ->
                List.of(new ForbiddenActAttempted(
                        attempt.act(), attempt.refusal(), attempt.trial(), attempt.target(), attempt.path()));
        };
    }

    private static Act actOf(AccountCommand command) {
        return switch (command) {
            case CreateAccount c -> Act.ADMINISTER_ACCOUNTS;
            case GrantRole c -> Act.ADMINISTER_ACCOUNTS;
            case RevokeRole c -> Act.ADMINISTER_ACCOUNTS;
            case RecordIdentityProof c -> Act.ADMINISTER_ACCOUNTS;
            case Unlock c -> Act.ADMINISTER_ACCOUNTS;
            case DisableAccount c -> Act.ADMINISTER_ACCOUNTS;
            case RecordPasswordSet c -> Act.ADMINISTER_ACCOUNTS;
            case RegisterPasskey c -> Act.KEEP_OWN_PASSKEYS;
            case RemovePasskey c -> Act.KEEP_OWN_PASSKEYS;
            case RecordOneTimeCodes c -> Act.KEEP_SIGN_INS;
            case RemoveOneTimeCodes c -> Act.ADMINISTER_ACCOUNTS;
            case RecordRecoveryCodeUsed c -> Act.KEEP_SIGN_INS;
            case RecordSignIn c -> Act.KEEP_SIGN_INS;
            case ContinueSignIn c -> Act.KEEP_SIGN_INS;
            case RecordSignOut c -> Act.KEEP_SIGN_INS;
            case RecordSignInFailure c -> Act.KEEP_SIGN_INS;
            case LockOut c -> Act.KEEP_SIGN_INS;
            case RecordForbiddenAttempt c -> Act.KEEP_SIGN_INS;
            case RecordEvidenceExport c -> Act.EXPORT_EVIDENCE;
            case RecordDataExport c -> Act.EXPORT_DATA;
        };
    }

    private static List<AccountEvent> create(AccountState state, CreateAccount command) {
        if (state instanceof Known) {
            throw new DomainRefusal(
                    "account-exists",
                    "This user name is or was in use; names are never given to another person.",
                    "Choose another user name.");
        }
        return List.of(new AccountCreated(
                command.account(),
                Disclosable.of(command.printedName(), DisclosureClass.IDENTITY),
                command.organisation(),
                command.demo()));
    }

    private static List<AccountEvent> grant(Known account, GrantRole command) {
        requireEnabled(account);
        GrantRules.check(account, command);
        return List.of(new RoleGranted(
                command.grantId(),
                command.role(),
                command.organisation(),
                command.trial(),
                command.site(),
                command.participant()));
    }

    private static List<AccountEvent> revoke(Known account, RevokeRole command) {
        if (!account.grants().containsKey(command.grantId())) {
            throw new DomainRefusal("grant-unknown", "This role is not held.", "Check the account's roles.");
        }
        return List.of(new RoleRevoked(command.grantId(), RecordedReason.of(command.reason())));
    }

    private static List<AccountEvent> signIn(Known account, RecordSignIn command) {
        requireEnabled(account);
        if (account.lockedOut()) {
            throw DomainRefusal.forbidden("account-not-active", "The account is locked out.", "Ask an administrator.");
        }
        if (account.openSignIns().containsKey(command.signIn())) {
            return List.of();
        }
        command.passkey().ifPresent(proof -> PasskeyDecisions.requireBinding(account, proof, command.certificate()));
        return List.of(new SignedIn(
                command.signIn(), command.method(), command.secondFactor(), command.certificate(), command.passkey()));
    }

    private static List<AccountEvent> continueSignIn(Known account, ContinueSignIn command) {
        requireEnabled(account);
        if (!account.openSignIns().containsKey(command.signIn())) {
            throw DomainRefusal.forbidden("sign-in-ended", "This sign-in has ended.", "Sign in again.");
        }
        return List.of(new SignInContinued(command.signIn(), command.certificate()));
    }

    private static List<AccountEvent> signOut(Known account, RecordSignOut command) {
        return account.openSignIns().containsKey(command.signIn())
                ? List.of(new SignedOut(command.signIn(), command.how()))
                : List.of();
    }

    /** Whoever takes evidence away does so under their own name. */
    private static List<AccountEvent> export(Known account, RecordEvidenceExport command, Authority authority) {
        requireOwnName(account, command, authority);
        return List.of(new EvidenceExported(
                command.trial(),
                command.treeSize(),
                command.scope(),
                command.site(),
                command.participant(),
                command.formOid(),
                command.profile(),
                command.withheld()));
    }

    private static List<AccountEvent> exportData(Known account, RecordDataExport command, Authority authority) {
        requireOwnName(account, command, authority);
        return List.of(new DataExported(
                command.trial(),
                command.treeSize(),
                command.checkpointSize(),
                command.checkpointRoot(),
                command.what(),
                command.format(),
                Disclosable.of(command.filter(), DisclosureClass.FREE_TEXT)));
    }

    private static void requireOwnName(Known account, AccountCommand command, Authority authority) {
        requireEnabled(account);
        if (!authority.actor().account().equals(command.account())) {
            throw DomainRefusal.forbidden(
                    "not-in-anothers-name", "What is taken out goes to the person who asks.", "Ask in your own name.");
        }
    }

    private static List<AccountEvent> disable(Known account, DisableAccount command) {
        if (account.disabled()) {
            return List.of();
        }
        List<AccountEvent> events = new ArrayList<>();
        account.openSignIns().keySet().stream()
                .sorted(Comparator.comparing(SignInId::value))
                .forEach(signIn -> events.add(new SignedOut(signIn, "account-disabled")));
        events.add(new AccountDisabled(RecordedReason.of(command.reason())));
        return events;
    }

    private static void requireEnabled(Known account) {
        if (account.disabled()) {
            throw DomainRefusal.forbidden(
                    "account-not-active", "The account is disabled.", "It stays so; create a new one.");
        }
    }
}
