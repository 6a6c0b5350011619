package org.indelible.shared;

/** What became of the second factor at a sign-in (R26). */
public enum SecondFactor {
    /** A one-time code, a recovery code, or a passkey that verified the person. */
    PROVEN,
    /** None was asked: no role of the account demands one, and its holder set none up. */
    NOT_DEMANDED,
    /** A role demands one and there is none yet: nothing can be done before it is set up. */
    TO_BE_SET_UP,
    /** A role demands one; the account is a demo's, which acts on test trials only. */
    WAIVED_FOR_DEMO
}
