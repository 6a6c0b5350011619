package org.indelible.security;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.PasskeyProof;
import org.springframework.stereotype.Component;

/**
 * Fresh authentication before a signature (21 CFR 11.200(a)(1); R34): user name and password at the first signing of a sign-in, the
 * password at each later one.
 */
@Component
public class Reauthentication {
    private static final String SIGNED_BEFORE = "signed-before";
    private static final int PASSKEY_COMPONENTS = 2;

    private final Passwords passwords;
    private final Clock clock;

    Reauthentication(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    public boolean firstOfSignIn(SignedInPerson person, HttpSession session) {
        return !person.signInId().equals(session.getAttribute(SIGNED_BEFORE));
    }

    /** An authentication that is about to be made: what a signature's digest needs to know of it. */
    public AuthenticationEvidence about(SignedInPerson person) {
        return new AuthenticationEvidence(
                person.account(),
                person.signIn(),
                AuthenticationMethod.PASSKEY,
                clock.instant(),
                PASSKEY_COMPONENTS,
                false,
                Optional.empty());
    }

    /**
     * The passkey of whoever signed in, over the digest of what is signed. It is two components: the device, and what unlocks it.
     *
     * @param keep stores the passkey's word for good and gives its address
     */
    public AuthenticationEvidence prove(
            SignedInPerson person,
            HttpSession session,
            List<PasskeyDirectory.Known> passkeys,
            byte[] challenge,
            PasskeyAnswer answer,
            Function<PasskeyProof, String> keep) {
        boolean first = firstOfSignIn(person, session);
        PasskeyProof proof = answer.proof(passkeys, challenge)
                .orElseThrow(() -> new DomainRefusal(
                        "authentication-failed",
                        "Your passkey did not confirm exactly what is shown here. Nothing was signed.",
                        "Try again; where the passkey is lost, take it out of use under Sign-in and security."));
        session.setAttribute(SIGNED_BEFORE, person.signInId());
        return new AuthenticationEvidence(
                person.account(),
                person.signIn(),
                AuthenticationMethod.PASSKEY,
                clock.instant(),
                PASSKEY_COMPONENTS,
                first,
                Optional.of(new DocumentHash(keep.apply(proof))));
    }

    /**
     * @param username asked at the first signing only
     * @throws DomainRefusal where it is not the person who signed in, or the password is wrong
     */
    public AuthenticationEvidence prove(SignedInPerson person, HttpSession session, String username, String password) {
        AuthenticationEvidence evidence = prove(person, firstOfSignIn(person, session), username, password);
        session.setAttribute(SIGNED_BEFORE, person.signInId());
        return evidence;
    }

    /** As {@link #prove}, where there is no session to remember an earlier signing: both are asked each time. */
    public AuthenticationEvidence proveWithBoth(SignedInPerson person, String username, String password) {
        return prove(person, true, username, password);
    }

    private AuthenticationEvidence prove(SignedInPerson person, boolean first, String username, String password) {
        boolean named = !first || username.strip().equals(person.username());
        Passwords.Outcome outcome = named ? passwords.check(person.account(), password) : Passwords.Outcome.WRONG;
        if (outcome != Passwords.Outcome.RIGHT) {
            throw new DomainRefusal(
                    "authentication-failed",
                    "User name or password is not right, or the account is locked. Nothing was signed.",
                    "Type them again. After five failures an account is locked for 15 minutes.");
        }
        return new AuthenticationEvidence(
                person.account(),
                person.signIn(),
                AuthenticationMethod.PASSWORD,
                clock.instant(),
                first ? 2 : 1,
                first,
                Optional.empty());
    }
}
