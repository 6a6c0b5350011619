package org.indelible.account;

import static org.indelible.account.AccountState.changed;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.indelible.account.AccountEvent.*;
import org.indelible.account.AccountState.Known;
import org.indelible.account.AccountState.Standing;
import org.indelible.authority.RoleGrant;

/** How an account comes from its events. */
final class AccountEvolution {
    private AccountEvolution() {}

    static AccountState evolve(AccountState state, AccountEvent event) {
        if (state instanceof Known account) {
            return evolve(account, event);
        }
        if (event instanceof AccountCreated created) {
            return Known.created(created);
        }
        throw new IllegalStateException("an account begins with its creation, not " + event);
    }

    private static Known evolve(Known account, AccountEvent event) {
        Standing standing = account.standing();
        return switch (event) {
            case AccountCreated created -> account;
            case PasswordSet set -> account;
            case ForbiddenActAttempted attempted -> account;
            case EvidenceExported exported -> account;
            case RecoveryCodeUsed used -> account;
            case DataExported exported -> account;
            case RoleGranted granted -> granted(account, granted);
            case RoleRevoked revoked ->
                account.withGrants(
                        changed(account.grants(), grants -> grants.remove(revoked.grantId())), account.past());
            case IdentityProofRecorded recorded ->
                account.with(new Standing(standing.disabled(), standing.lockedOut(), true, standing.failures()));
            case PasskeyRegistered registered ->
                account.with(account.credentials().with(registered.passkey()));
            case PasskeyRemoved removed -> account.with(account.credentials().without(removed.credential()));
            case OneTimeCodesSetUp setUp -> account.with(account.credentials().withOneTimeCodes(true));
            case OneTimeCodesRemoved removed ->
                account.with(account.credentials().withOneTimeCodes(false));
            case SignedIn signedIn -> failed(signedIn(account, signedIn), 0);
            case SignInContinued continued -> continued(account, continued);
            case SignedOut signedOut ->
                account.withSignIns(changed(account.openSignIns(), open -> open.remove(signedOut.signIn())));
            case SignInFailed failed -> failed(account, failed.consecutive());
            case LockedOut lockedOut ->
                account.with(new Standing(standing.disabled(), true, standing.identityProven(), standing.failures()));
            case AccountUnlocked unlocked ->
                account.with(new Standing(standing.disabled(), false, standing.identityProven(), 0));
            case AccountDisabled disabled ->
                account.with(new Standing(true, standing.lockedOut(), standing.identityProven(), 0))
                        .withSignIns(Map.of());
        };
    }

    private static Known granted(Known account, RoleGranted event) {
        RoleGrant grant = new RoleGrant(
                event.grantId(), event.role(), event.organisation(), event.trial(), event.site(), event.participant());
        return account.withGrants(
                changed(account.grants(), grants -> grants.put(grant.grantId(), grant)),
                changed(account.past(), grants -> grants.put(grant.grantId(), grant)));
    }

    private static Known signedIn(Known account, SignedIn event) {
        AuthorCertificate certificate = event.certificate();
        return account.withSignIns(changed(
                account.openSignIns(),
                open -> open.put(
                        event.signIn(),
                        new OpenSignIn(certificate.notAfter(), event.secondFactor(), Set.of(certificate.kid())))));
    }

    private static Known continued(Known account, SignInContinued event) {
        return account.withSignIns(changed(
                account.openSignIns(),
                open -> open.computeIfPresent(event.signIn(), (signIn, known) -> {
                    Set<String> kids = new HashSet<>(known.kids());
                    kids.add(event.certificate().kid());
                    return new OpenSignIn(known.until(), known.secondFactor(), kids);
                })));
    }

    private static Known failed(Known account, int consecutive) {
        Standing standing = account.standing();
        return account.with(
                new Standing(standing.disabled(), standing.lockedOut(), standing.identityProven(), consecutive));
    }
}
