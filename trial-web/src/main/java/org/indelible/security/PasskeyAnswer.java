package org.indelible.security;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.passkey.PasskeyFormatException;
import org.indelible.shared.PasskeyProof;
import org.jspecify.annotations.Nullable;

/** What a form brings of a passkey's answer, each part in base64url. */
public record PasskeyAnswer(
        @Nullable String credential,
        @Nullable String authenticatorData,
        @Nullable String clientData,
        @Nullable String assertion) {

    /** The answer as it is recorded; empty where it is by none of these passkeys, or not to this challenge. */
    Optional<PasskeyProof> proof(List<PasskeyDirectory.Known> passkeys, byte[] challenge) {
        if (credential == null || authenticatorData == null || clientData == null || assertion == null) {
            return Optional.empty();
        }
        return passkeys.stream()
                .filter(known -> known.passkey().credential().equals(credential))
                .map(known ->
                        new PasskeyProof(credential, known.registration(), authenticatorData, clientData, assertion))
                .filter(proof -> passkeys.stream()
                        .filter(known -> known.passkey().credential().equals(credential))
                        .allMatch(known -> agrees(known, proof, challenge)))
                .findFirst();
    }

    private static boolean agrees(PasskeyDirectory.Known known, PasskeyProof proof, byte[] challenge) {
        try {
            return known.passkey().problem(proof.assertion(), challenge).isEmpty();
        } catch (PasskeyFormatException malformed) {
            return false;
        }
    }
}
