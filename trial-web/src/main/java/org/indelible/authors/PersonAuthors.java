package org.indelible.authors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.indelible.account.AccountCommand.ContinueSignIn;
import org.indelible.account.AccountCommand.LockOut;
import org.indelible.account.AccountCommand.RecordRecoveryCodeUsed;
import org.indelible.account.AccountCommand.RecordSignIn;
import org.indelible.account.AccountCommand.RecordSignInFailure;
import org.indelible.account.AccountCommand.RecordSignOut;
import org.indelible.account.AccountCommand.Unlock;
import org.indelible.account.AccountState.Known;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.commands.Outcome;
import org.indelible.security.SignInLife;
import org.indelible.security.SignInListener;
import org.indelible.security.SignInProof;
import org.indelible.security.SignInProof.BoundKey;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;
import org.indelible.wiring.RecordedAuthority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.stereotype.Component;

/** Persons as authors: each sign-in has a key of its own, whose certificate is on record before anything is sealed with it. */
@Component
class PersonAuthors implements SignInListener {
    private static final Logger LOG = LoggerFactory.getLogger(PersonAuthors.class);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final SystemAuthors systems;
    private final PlatformAuthor platform;
    private final AuthorKeyRing keys;
    private final ObjectProvider<Commands> commands;
    private final RecordedAuthority authority;
    private final SignInLife life;
    private final Clock clock;
    private final ReentrantLock continuing = new ReentrantLock();

    PersonAuthors(
            SystemAuthors systems,
            PlatformAuthor platform,
            AuthorKeyRing keys,
            ObjectProvider<Commands> commands,
            RecordedAuthority authority,
            SignInLife life,
            Clock clock) {
        this.systems = systems;
        this.platform = platform;
        this.keys = keys;
        this.commands = commands;
        this.authority = authority;
        this.life = life;
        this.clock = clock;
    }

    @Override
    public void signedIn(SignedInPerson person, SignInProof proof) {
        Instant now = clock.instant();
        AuthorKey key = proof.bound()
                .map(bound ->
                        systems.certified(person.actor(), bound.signer(), now.minus(CLOCK_SKEW), bound.notAfter()))
                .orElseGet(() -> systems.newKey(person.actor(), now.minus(CLOCK_SKEW), now.plus(life.longest())));
        begin(person, proof, key);
    }

    /** The key that a passkey agreed to acts for the account until it ends, in whichever role: it is certified for the new one, with the same word. */
    @Override
    public void roleChanged(SignedInPerson before, SignedInPerson now) {
        Optional<BoundKey> bound = keys.bound(before.signIn());
        SecondFactor proven = secondFactor(before.account(), before.signIn());
        signedOut(before, "role-changed");
        signedIn(now, bound.map(SignInProof::passkey).orElseGet(() -> SignInProof.password(proven)));
    }

    /** What was proven when the sign-in began that a change of role goes on from. */
    private SecondFactor secondFactor(AccountId account, SignInId before) {
        return authority.accountNow(account) instanceof Known known
                ? known.secondFactorOf(before)
                : SecondFactor.NOT_DEMANDED;
    }

    private void begin(SignedInPerson person, SignInProof proof, AuthorKey key) {
        Outcome recorded = send(new RecordSignIn(
                person.account(),
                person.signIn(),
                proof.method(),
                proof.secondFactor(),
                SystemAuthors.recorded(key),
                proof.bound().map(BoundKey::proof)));
        hold(person, key, recorded);
        proof.bound().ifPresent(bound -> keys.bind(person.signIn(), bound));
    }

    /**
     * What the record says now counts at the next click: a sign-in that was ended, on whichever node, an account that was disabled and a role
     * that was revoked let nobody go on (R24). Keys stay on the node that made them, and die with it: where there is none for an open
     * sign-in, it gets another.
     */
    @Override
    public void continued(SignedInPerson person) {
        if (!(authority.accountNow(person.account()) instanceof Known account)
                || !account.openSignIns().containsKey(person.signIn())) {
            keys.drop(person.signIn());
            throw new CredentialsExpiredException("This sign-in has ended.");
        }
        if (!account.grants().containsKey(person.inForce().id())) {
            throw ended(person, "role-revoked");
        }
        if (account.openSignIns().get(person.signIn()).until().isBefore(clock.instant())) {
            throw ended(person, "expired");
        }
        if (systems.held(person.actor())) {
            return;
        }
        continuing.lock();
        try {
            if (!systems.held(person.actor())) {
                goOn(person, account.openSignIns().get(person.signIn()).until());
            }
        } catch (DomainRefusal | AggregateNotFoundException refusal) {
            // Not found: a session that outlived the restore of a backup from before its account.
            throw new CredentialsExpiredException(String.valueOf(refusal.getMessage()), refusal);
        } finally {
            continuing.unlock();
        }
    }

    private CredentialsExpiredException ended(SignedInPerson person, String how) {
        signedOut(person, how);
        return new CredentialsExpiredException("This sign-in has ended: " + how);
    }

    private void goOn(SignedInPerson person, Instant until) {
        AuthorKey key = systems.newKey(person.actor(), clock.instant().minus(CLOCK_SKEW), until);
        hold(person, key, send(new ContinueSignIn(person.account(), person.signIn(), SystemAuthors.recorded(key))));
    }

    private void hold(SignedInPerson person, AuthorKey key, Outcome recorded) {
        String certifiedBy = recorded.entries().getLast().entryHash();
        keys.hold(person.signIn(), SystemAuthors.author(person.actor(), key, certifiedBy));
    }

    @Override
    public void recovered(AccountId account, int left) {
        send(new RecordRecoveryCodeUsed(account, left));
    }

    @Override
    public void signedOut(SignedInPerson person, String how) {
        keys.drop(person.signIn());
        send(new RecordSignOut(person.account(), person.signIn(), how));
    }

    @Override
    public void signInFailed(AccountId account) {
        send(new RecordSignInFailure(account, AuthenticationMethod.PASSWORD));
    }

    @Override
    public void lockedOut(AccountId account, Instant until) {
        LOG.warn(
                "An account is locked out until {} after failed attempts; administrators see which under Accounts",
                until);
        send(new LockOut(account, Optional.of(until)));
    }

    @Override
    public void lockEnded(AccountId account) {
        send(new Unlock(account, Reason.of("The lock-out ended by itself.")));
    }

    private Outcome send(Object command) {
        return commands.getObject().send(command, Acting.byApi(platform.actor()));
    }
}
