package org.indelible.anchoring.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;

/**
 * A registered passkey: a WebAuthn credential of one account.
 *
 * @param credential id of the credential, base64url
 * @param cose its public key, a COSE_Key in base64url
 * @param relyingParty RP id (WebAuthn section 5.4.2), a host name
 * @param origin of the portal's pages (RFC 6454), such as {@code https://trials.example.org}
 */
public record Passkey(String credential, String cose, String relyingParty, String origin) {
    static final int MAX_CREDENTIAL_BYTES = 1023;

    /**
     * Why an assertion is not this passkey's word on the challenge, if it is not (WebAuthn section 7.2, steps 5 to 21). Only the
     * authenticator's counter is for whoever keeps the last one.
     */
    public Optional<String> problem(Assertion assertion, byte[] challenge) {
        try {
            if (!Base64Text.URL.encode(assertion.credential()).equals(credential)) {
                return Optional.of("it is by another credential than the one registered");
            }
            Optional<String> asked =
                    ClientData.parse(assertion.clientData()).problem(ClientData.GET, challenge, origin);
            if (asked.isPresent()) {
                return asked;
            }
            AuthenticatorData data = AuthenticatorData.of(assertion.authenticatorData());
            if (!data.isFor(relyingParty.getBytes(StandardCharsets.UTF_8))) {
                return Optional.of("it is for another relying party than " + relyingParty);
            }
            if (!data.userVerified()) {
                return Optional.of("the authenticator did not verify the person");
            }
            return signed(assertion)
                    ? Optional.empty()
                    : Optional.of("its signature is not by the key that was registered");
        } catch (PasskeyFormatException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The authenticator's counter, where it counts; else 0. */
    public static long counter(Assertion assertion) throws PasskeyFormatException {
        return AuthenticatorData.of(assertion.authenticatorData()).counter();
    }

    private boolean signed(Assertion assertion) throws PasskeyFormatException {
        byte[] client = Sha256.of(assertion.clientData());
        byte[] message =
                Arrays.copyOf(assertion.authenticatorData(), assertion.authenticatorData().length + client.length);
        System.arraycopy(client, 0, message, assertion.authenticatorData().length, client.length);
        return CredentialKey.parse(Assertion.part(cose)).verify(message, assertion.signature());
    }
}
