package org.indelible.shared;

import org.indelible.anchoring.passkey.Assertion;
import org.indelible.anchoring.passkey.PasskeyFormatException;
import org.indelible.eventstore.InClear;

/**
 * The word of a passkey (WebAuthn section 7.2), kept as the browser handed it over, so that anybody can check it again.
 *
 * @param credential id of the credential, base64url
 * @param registration hash of the platform entry that registered it
 * @param authenticatorData base64url
 * @param clientData base64url
 * @param signature base64url
 */
public record PasskeyProof(
        @InClear String credential,
        @InClear EntryHash registration,
        @InClear String authenticatorData,
        @InClear String clientData,
        @InClear String signature) {

    public Assertion assertion() throws PasskeyFormatException {
        return Assertion.of(credential, authenticatorData, clientData, signature);
    }
}
