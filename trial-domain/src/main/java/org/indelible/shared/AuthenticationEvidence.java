package org.indelible.shared;

import java.time.Instant;
import java.util.Optional;
import org.indelible.eventstore.InClear;

/**
 * The fresh authentication behind a signature (21 CFR 11.200(a)(1); R34): two components at the first signing of a sign-in and after any break, at least one, private
 * to the signer, at each later one.
 *
 * @param account who authenticated
 * @param signIn the sign-in within which it happened
 * @param at when, by the server's clock
 * @param components how many components were asked and proven
 * @param firstOfSignIn whether this is the first signing of the sign-in
 * @param assertion SHA-256 of the WebAuthn assertion, where there is one
 */
public record AuthenticationEvidence(
        @InClear AccountId account,
        @InClear SignInId signIn,
        @InClear AuthenticationMethod method,
        @InClear Instant at,
        @InClear int components,
        @InClear boolean firstOfSignIn,
        @InClear Optional<DocumentHash> assertion) {}
