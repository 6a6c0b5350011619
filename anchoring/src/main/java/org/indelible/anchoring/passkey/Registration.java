package org.indelible.anchoring.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.primitive.Base64Text;

/**
 * A new credential as the browser hands it over (WebAuthn section 7.1). No attestation is asked for, and none is looked at: which make of
 * authenticator a person uses is theirs to choose.
 */
public final class Registration {
    private Registration() {}

    /**
     * @param clientData JSON, base64url
     * @param attestation attestation object, base64url
     * @param challenge what was asked
     */
    public static Passkey read(
            String clientData, String attestation, byte[] challenge, String relyingParty, String origin)
            throws PasskeyFormatException {
        Optional<String> problem =
                ClientData.parse(Assertion.part(clientData)).problem(ClientData.CREATE, challenge, origin);
        if (problem.isPresent()) {
            throw new PasskeyFormatException(problem.get());
        }
        Map<Object, Object> object = Cbor.map(Assertion.part(attestation));
        if (!(object.get("authData") instanceof byte[] bytes)) {
            throw new PasskeyFormatException("an attestation object without authenticator data");
        }
        AuthenticatorData data = AuthenticatorData.of(bytes);
        if (!data.isFor(relyingParty.getBytes(StandardCharsets.UTF_8))) {
            throw new PasskeyFormatException("the credential is for another relying party than " + relyingParty);
        }
        if (!data.userVerified()) {
            throw new PasskeyFormatException("the authenticator did not verify the person");
        }
        AuthenticatorData.Attested attested = data.attested();
        CredentialKey.parse(attested.cose());
        return new Passkey(
                Base64Text.URL.encode(attested.credential()),
                Base64Text.URL.encode(attested.cose()),
                relyingParty,
                origin);
    }
}
