package org.indelible.security;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.shared.AccountId;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;

/** The one way in, for the portal's form and the API's tokens alike. */
@Service
public class SignIn {
    private final Passwords passwords;
    private final ObjectProvider<AccountDirectory> accounts;
    private final List<SignInListener> listeners;
    private final SignInLimits limits;
    private final SecondFactorPolicy secondFactors;
    private final OneTimeCodes codes;
    private final ObjectProvider<PasskeyDirectory> passkeys;
    private final Clock clock;

    SignIn(
            Passwords passwords,
            ObjectProvider<AccountDirectory> accounts,
            List<SignInListener> listeners,
            SignInLimits limits,
            SecondFactorPolicy secondFactors,
            OneTimeCodes codes,
            ObjectProvider<PasskeyDirectory> passkeys,
            Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.listeners = listeners;
        this.limits = limits;
        this.secondFactors = secondFactors;
        this.codes = codes;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /**
     * @throws BadCredentialsException whatever the reason, always with the same message
     * @throws SecondFactorNeeded where the password is right and the account has one-time codes
     * @throws PasskeyNeeded where it is right, but a second factor is demanded and a passkey is the only one there is
     */
    public SignedInPerson withPassword(String username, String password) {
        AccountId account = accountId(username);
        if (limits.isSilenced()) {
            throw refused();
        }
        switch (passwords.check(account, password)) {
            case RIGHT -> {
                AccountProfile profile = profile(account).orElseThrow(SignIn::refused);
                if (codes.isSetUp(account)) {
                    throw new SecondFactorNeeded(account);
                }
                SecondFactor factor = secondFactors.of(profile);
                if (factor == SecondFactor.TO_BE_SET_UP
                        && !passkeys.getObject().of(account).isEmpty()) {
                    throw new PasskeyNeeded();
                }
                return begin(profile, SignInProof.password(factor));
            }
            case WRONG -> recordFailure(account);
            case WRONG_AND_LOCKED -> {
                recordFailure(account);
                lockedOut(account);
            }
            case REFUSED -> {}
        }
        limits.failed();
        throw refused();
    }

    /**
     * The second step of an account whose password was right just before.
     *
     * @param code one-time code, or a recovery code
     */
    public SignedInPerson withCode(AccountId account, String code) {
        if (limits.isSilenced()) {
            throw refused();
        }
        AccountProfile profile = profile(account).orElseThrow(SignIn::refused);
        switch (codes.check(account, code)) {
            case OneTimeCodes.Outcome.Right right -> {
                return begin(profile, SignInProof.password(SecondFactor.PROVEN));
            }
            case OneTimeCodes.Outcome.Recovered recovered -> {
                listeners.forEach(listener -> listener.recovered(account, recovered.left()));
                return begin(profile, SignInProof.password(SecondFactor.PROVEN));
            }
            case OneTimeCodes.Outcome.Wrong wrong -> {
                recordFailure(account);
                if (wrong.locked()) {
                    lockedOut(account);
                }
            }
        }
        limits.failed();
        throw refused();
    }

    /** @param bound empty where what came was no answer of a passkey of this account */
    SignedInPerson withPasskey(AccountId account, Optional<SignInProof.BoundKey> bound) {
        if (limits.isSilenced() || passwords.isLocked(account)) {
            throw refused();
        }
        if (bound.isEmpty()) {
            limits.failed();
            throw refused();
        }
        return begin(profile(account).orElseThrow(SignIn::refused), SignInProof.passkey(bound.get()));
    }

    private void lockedOut(AccountId account) {
        listeners.forEach(
                listener -> listener.lockedOut(account, clock.instant().plus(PasswordStore.LOCKED_FOR)));
    }

    private void recordFailure(AccountId account) {
        if (limits.isRecorded(account)) {
            listeners.forEach(listener -> listener.signInFailed(account));
        }
    }

    /** Proves again that it is this person, as a signature asks (21 CFR 11.200(a)(1)). Counts towards the lock-out. */
    public boolean provenAgain(SignedInPerson person, String password) {
        return passwords.check(person.account(), password) == Passwords.Outcome.RIGHT;
    }

    /** A sign-in that is known from its token, with the account as it is now; empty where it may not come in any more. */
    Optional<SignedInPerson> resumed(AccountId account, SignInId signIn) {
        return profile(account)
                .map(profile -> SignedInPerson.of(profile, signIn))
                .filter(this::goesOn);
    }

    /** Whether a sign-in that began before is still open; then whatever it takes to act is at hand. */
    boolean goesOn(SignedInPerson person) {
        try {
            listeners.forEach(listener -> listener.continued(person));
            return true;
        } catch (AuthenticationException ended) {
            return false;
        }
    }

    public void ended(SignedInPerson person, String how) {
        listeners.forEach(listener -> listener.signedOut(person, how));
    }

    /** Another role is another sign-in, with a key that is certified for that role. Empty where it is not held. */
    public Optional<SignedInPerson> actAs(SignedInPerson person, String grantId) {
        Optional<SignedInPerson> changed = person.as(grantId, newId());
        changed.ifPresent(next -> listeners.forEach(listener -> listener.roleChanged(person, next)));
        return changed;
    }

    private SignedInPerson begin(AccountProfile profile, SignInProof proof) {
        if (profile.lockedOut()) {
            listeners.forEach(listener -> listener.lockEnded(profile.account()));
        }
        SignedInPerson person = SignedInPerson.of(profile, newId());
        listeners.forEach(listener -> listener.signedIn(person, proof));
        return person;
    }

    private static SignInId newId() {
        return new SignInId(UUID.randomUUID().toString());
    }

    private Optional<AccountProfile> profile(AccountId account) {
        return accounts.getObject()
                .find(account)
                .filter(profile -> profile.enabled() && !profile.grants().isEmpty());
    }

    /** A name that cannot be one takes the same way as a name that is nobody's. */
    static AccountId accountId(String username) {
        try {
            return new AccountId(username);
        } catch (IllegalArgumentException impossible) {
            return new AccountId("nobody.has.this.name");
        }
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("User name or password is not right, or the account is locked.");
    }
}
