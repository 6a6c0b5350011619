package org.indelible.account;

import org.indelible.anchoring.passkey.Passkey;
import org.indelible.eventstore.InClear;

/**
 * A passkey as it is on record.
 *
 * @param credential id of the WebAuthn credential, base64url
 * @param cose its public key (RFC 9052 section 7), base64url
 * @param relyingParty host name under which it was registered
 * @param origin of the portal's pages then
 */
public record RegisteredPasskey(
        @InClear String credential,
        @InClear String cose,
        @InClear String relyingParty,
        @InClear String origin) {

    public static RegisteredPasskey of(Passkey passkey) {
        return new RegisteredPasskey(passkey.credential(), passkey.cose(), passkey.relyingParty(), passkey.origin());
    }

    public Passkey passkey() {
        return new Passkey(credential, cose, relyingParty, origin);
    }
}
