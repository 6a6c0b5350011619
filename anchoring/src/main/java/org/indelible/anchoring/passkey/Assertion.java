package org.indelible.anchoring.passkey;

import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * An authentication assertion (WebAuthn section 7.2), as the browser handed it over.
 *
 * @param credential id of the credential that made it
 * @param authenticatorData section 6.1
 * @param clientData JSON, section 5.8.1
 * @param signature over {@code authenticatorData || SHA-256(clientData)}
 */
public record Assertion(byte[] credential, byte[] authenticatorData, byte[] clientData, byte[] signature) {
    private static final int MAX_BYTES = 4096;

    /** Each part in base64url, as browsers give it and entries hold it. */
    public static Assertion of(String credential, String authenticatorData, String clientData, String signature)
            throws PasskeyFormatException {
        return new Assertion(part(credential), part(authenticatorData), part(clientData), part(signature));
    }

    static byte[] part(String base64Url) throws PasskeyFormatException {
        if (base64Url.isEmpty() || base64Url.length() > MAX_BYTES) {
            throw new PasskeyFormatException("a part of an assertion is missing or longer than " + MAX_BYTES);
        }
        try {
            return Base64Text.URL.decode(base64Url);
        } catch (EncodingException e) {
            throw new PasskeyFormatException("a part of an assertion is " + e.getMessage(), e);
        }
    }
}
