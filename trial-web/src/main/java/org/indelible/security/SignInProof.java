package org.indelible.security;

import java.time.Instant;
import java.util.Optional;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.PasskeyProof;
import org.indelible.shared.SecondFactor;

/**
 * How somebody proved who they are when they came in.
 *
 * @param bound the key that their passkey agreed to, where they came with one
 */
public record SignInProof(AuthenticationMethod method, SecondFactor secondFactor, Optional<BoundKey> bound) {

    /**
     * A key for a sign-in, and the passkey's word that it acts for the account until then.
     *
     * @param notAfter whole seconds
     */
    public record BoundKey(Ed25519Signer signer, Instant notAfter, PasskeyProof proof) {}

    public static SignInProof password(SecondFactor secondFactor) {
        return new SignInProof(
                secondFactor == SecondFactor.PROVEN
                        ? AuthenticationMethod.PASSWORD_AND_ONE_TIME_CODE
                        : AuthenticationMethod.PASSWORD,
                secondFactor,
                Optional.empty());
    }

    public static SignInProof passkey(BoundKey bound) {
        return new SignInProof(AuthenticationMethod.PASSKEY, SecondFactor.PROVEN, Optional.of(bound));
    }
}
