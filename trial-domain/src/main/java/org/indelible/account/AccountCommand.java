package org.indelible.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.Role;
import org.indelible.authority.Targeted;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.PasskeyProof;
import org.indelible.shared.Reason;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;

/** What can be asked of the account of one person. */
public sealed interface AccountCommand extends Targeted {

    AccountId account();

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return StreamId.of(account());
    }

    /** @param demo acts on trials of kind {@code test} only, for good */
    record CreateAccount(AccountId account, String printedName, String organisation, boolean demo)
            implements AccountCommand {}

    /**
     * @param grantId issued by the server, never reused
     * @param trial absent: in every trial, now and later
     * @param site absent: at every site; needed for roles of site staff
     * @param participant for the role of participant: whose casebook it is
     */
    record GrantRole(
            AccountId account,
            String grantId,
            Role role,
            String organisation,
            Optional<TrialId> trial,
            Optional<SiteKey> site,
            Optional<ParticipantKey> participant)
            implements AccountCommand {}

    record RevokeRole(AccountId account, String grantId, Reason reason) implements AccountCommand {}

    /** The hash itself is kept by the security store, never in an event. */
    record RecordPasswordSet(AccountId account) implements AccountCommand {}

    /** How the identity of the person was proven before a right to sign is given (21 CFR 11.100(b); R36). */
    record RecordIdentityProof(AccountId account, String method, Optional<DocumentHash> document)
            implements AccountCommand {}

    /** The passkey of whoever asks. */
    record RegisterPasskey(AccountId account, RegisteredPasskey passkey) implements AccountCommand {}

    /** One's own, or one that an administrator takes out of use because it was lost. */
    record RemovePasskey(AccountId account, String credential, Reason reason) implements AccountCommand {}

    /** The secret is kept by the security store, never in an event. */
    record RecordOneTimeCodes(AccountId account) implements AccountCommand {}

    record RemoveOneTimeCodes(AccountId account, Reason reason) implements AccountCommand {}

    /** @param left how many are left */
    record RecordRecoveryCodeUsed(AccountId account, int left) implements AccountCommand {}

    /** A successful sign-in, and the author certificate that was issued for it. */
    record RecordSignIn(
            AccountId account,
            SignInId signIn,
            AuthenticationMethod method,
            SecondFactor secondFactor,
            AuthorCertificate certificate,
            Optional<PasskeyProof> passkey)
            implements AccountCommand {}

    /** Another key for a sign-in that is open. */
    record ContinueSignIn(AccountId account, SignInId signIn, AuthorCertificate certificate)
            implements AccountCommand {}

    /** @param how {@code by-user}, {@code idle}, {@code account-disabled}, {@code role-revoked}, {@code role-changed}, {@code expired} */
    record RecordSignOut(AccountId account, SignInId signIn, String how) implements AccountCommand {}

    record RecordSignInFailure(AccountId account, AuthenticationMethod method) implements AccountCommand {}

    /** @param until when the lock-out ends by itself; absent: an administrator ends it */
    record LockOut(AccountId account, Optional<Instant> until) implements AccountCommand {}

    record Unlock(AccountId account, Reason reason) implements AccountCommand {}

    record DisableAccount(AccountId account, Reason reason) implements AccountCommand {}

    /**
     * Evidence is about to be made for the account that asks.
     *
     * @param treeSize the point as of which
     * @param scope {@code trial}, {@code site}, {@code participant} or {@code form}
     * @param withheld classes of disclosures that will not be in it
     */
    record RecordEvidenceExport(
            AccountId account,
            TrialId trial,
            long treeSize,
            String scope,
            Optional<SiteKey> site,
            Optional<ParticipantKey> participant,
            Optional<String> formOid,
            String profile,
            List<String> withheld)
            implements AccountCommand {
        public RecordEvidenceExport {
            withheld = List.copyOf(withheld);
        }
    }

    /**
     * Data are about to be taken out for the account that asks (R11).
     *
     * @param treeSize the point as of which
     * @param checkpointRoot root hash of the latest checkpoint, base64
     * @param what stable name of what is taken out
     * @param format media type
     * @param filter what was chosen, in the words of the request; empty for all
     */
    record RecordDataExport(
            AccountId account,
            TrialId trial,
            long treeSize,
            long checkpointSize,
            String checkpointRoot,
            String what,
            String format,
            String filter)
            implements AccountCommand {}

    /**
     * Somebody tried what the rules forbid (R21). Recorded on the stream of who tried, whatever path it came by.
     *
     * @param act code of the act, or of the command or route where there is none
     * @param refusal stable code of the refusal
     * @param target stream it was aimed at
     * @param path {@code page}, {@code api} or {@code import}
     */
    record RecordForbiddenAttempt(
            AccountId account,
            String act,
            String refusal,
            Optional<TrialId> trial,
            Optional<String> target,
            String path)
            implements AccountCommand {}
}
