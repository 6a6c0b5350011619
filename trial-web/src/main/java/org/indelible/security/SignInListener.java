package org.indelible.security;

import java.time.Instant;
import org.indelible.shared.AccountId;

/** Told of what happens at the door, so that it is recorded and an author key is certified. A throwing listener refuses the sign-in. */
public interface SignInListener {
    /** Called before the person can do anything. */
    default void signedIn(SignedInPerson person, SignInProof proof) {}

    /** The same person in another of their roles, under a sign-in of its own; the one before ends. */
    default void roleChanged(SignedInPerson before, SignedInPerson now) {}

    /** A recovery code was used in place of a one-time code. */
    default void recovered(AccountId account, int left) {}

    /**
     * Called with each request of a sign-in that began before, perhaps on another node or before a restart. Throwing an {@link
     * org.springframework.security.core.AuthenticationException} ends it.
     */
    default void continued(SignedInPerson person) {}

    /** @param how {@code by-user} or {@code idle} */
    default void signedOut(SignedInPerson person, String how) {}

    default void signInFailed(AccountId account) {}

    /** The lock-out is over by itself; called before the sign-in that shows it. */
    default void lockEnded(AccountId account) {}

    default void lockedOut(AccountId account, Instant until) {}
}
