package org.indelible.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Role;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.PasskeyProof;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;

/** What happened to the account of one person. No secret, hash of a secret or address of a person is ever in an event. */
public sealed interface AccountEvent {

    /** The printed name is of class IDENTITY under a key of the account: it can go without touching what the account did. */
    @EventType(name = "account-created")
    record AccountCreated(
            @InClear AccountId account,
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<String> printedName,
            @InClear String organisation,
            @InClear boolean demo)
            implements AccountEvent {}

    @EventType(name = "role-granted")
    record RoleGranted(
            @InClear String grantId,
            @InClear Role role,
            @InClear String organisation,
            @InClear Optional<TrialId> trial,
            @InClear Optional<SiteKey> site,
            @InClear Optional<ParticipantKey> participant)
            implements AccountEvent {}

    @EventType(name = "role-revoked")
    record RoleRevoked(@InClear String grantId, @InClear RecordedReason reason) implements AccountEvent {}

    @EventType(name = "password-set")
    record PasswordSet() implements AccountEvent {}

    @EventType(name = "identity-proof-recorded")
    record IdentityProofRecorded(
            @InClear String method, @InClear Optional<DocumentHash> document) implements AccountEvent {}

    /** Registered by its owner, in a sign-in of their own. */
    @EventType(name = "passkey-registered")
    record PasskeyRegistered(@InClear RegisteredPasskey passkey) implements AccountEvent {}

    @EventType(name = "passkey-removed")
    record PasskeyRemoved(
            @InClear String credential, @InClear RecordedReason reason) implements AccountEvent {}

    /** A generator of one-time codes (RFC 6238) was set up, and has shown that it works. */
    @EventType(name = "one-time-codes-set-up")
    record OneTimeCodesSetUp() implements AccountEvent {}

    @EventType(name = "one-time-codes-removed")
    record OneTimeCodesRemoved(@InClear RecordedReason reason) implements AccountEvent {}

    /** @param left how many recovery codes are left */
    @EventType(name = "recovery-code-used")
    record RecoveryCodeUsed(@InClear int left) implements AccountEvent {}

    /**
     * The entry that certified the key of this sign-in: cited by claim {@code auth} of what is done within it.
     *
     * @param passkey the assertion that binds the key to the person, where they came in with a passkey; its challenge is {@code
     *     SHA-256(key || account || expiry)} of the certificate
     */
    @EventType(name = "signed-in", revision = 2)
    record SignedIn(
            @InClear SignInId signIn,
            @InClear AuthenticationMethod method,
            @InClear SecondFactor secondFactor,
            @InClear AuthorCertificate certificate,
            @InClear Optional<PasskeyProof> passkey)
            implements AccountEvent {}

    /** A sign-in that is open goes on with another key: on another node, after a restart, or because the first key's time is over. */
    @EventType(name = "sign-in-continued")
    record SignInContinued(
            @InClear SignInId signIn, @InClear AuthorCertificate certificate) implements AccountEvent {}

    @EventType(name = "signed-out")
    record SignedOut(@InClear SignInId signIn, @InClear String how) implements AccountEvent {}

    @EventType(name = "sign-in-failed")
    record SignInFailed(
            @InClear AuthenticationMethod method, @InClear int consecutive) implements AccountEvent {}

    @EventType(name = "locked-out")
    record LockedOut(@InClear Optional<Instant> until) implements AccountEvent {}

    @EventType(name = "account-unlocked")
    record AccountUnlocked(@InClear RecordedReason reason) implements AccountEvent {}

    @EventType(name = "account-disabled")
    record AccountDisabled(@InClear RecordedReason reason) implements AccountEvent {}

    /**
     * Evidence of a trial was made for this account. Recorded before its first byte leaves.
     *
     * @param treeSize the point as of which
     * @param scope {@code trial}, {@code site}, {@code participant} or {@code form}
     * @param withheld classes of disclosures that are not in it
     */
    @EventType(name = "evidence-exported")
    record EvidenceExported(
            @InClear TrialId trial,
            @InClear long treeSize,
            @InClear String scope,
            @InClear Optional<SiteKey> site,
            @InClear Optional<ParticipantKey> participant,
            @InClear Optional<String> formOid,
            @InClear String profile,
            @InClear List<String> withheld)
            implements AccountEvent {
        public EvidenceExported {
            withheld = List.copyOf(withheld);
        }
    }

    /**
     * Data of a trial were taken out for this account. Recorded before the first byte leaves (EMA 6.2.1; R11).
     *
     * @param treeSize the point as of which
     * @param checkpointSize size of the checkpoint that was the latest then
     * @param checkpointRoot its root hash, base64 (C2SP tlog-checkpoint)
     * @param what {@code audit-trail}, {@code clinical-data}, {@code report.casebook} and so on
     * @param format media type
     * @param filter what was chosen, as it was asked for: people search for what they like
     */
    @EventType(name = "data-exported")
    record DataExported(
            @InClear TrialId trial,
            @InClear long treeSize,
            @InClear long checkpointSize,
            @InClear String checkpointRoot,
            @InClear String what,
            @InClear String format,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> filter)
            implements AccountEvent {}

    @EventType(name = "forbidden-act-attempted")
    record ForbiddenActAttempted(
            @InClear String act,
            @InClear String refusal,
            @InClear Optional<TrialId> trial,
            @InClear Optional<String> target,
            @InClear String path)
            implements AccountEvent {}
}
