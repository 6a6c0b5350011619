package org.indelible.anchoring.passkey;

import java.util.Map;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.P256Key;

/** The public key of a passkey, a COSE_Key (RFC 9052 section 7, RFC 9053): ES256 on P-256, or EdDSA on Ed25519. */
public final class CredentialKey {
    /** COSE algorithm identifiers in the order in which they are asked for. */
    public static final int ES256 = -7;

    public static final int EDDSA = -8;

    private static final long KEY_TYPE = 1;
    private static final long ALGORITHM = 3;
    private static final long CURVE = -1;
    private static final long X = -2;
    private static final long Y = -3;

    /** Whether a signature of this key is over these bytes. */
    private interface Verifier {
        boolean verify(byte[] message, byte[] signature);
    }

    private final Verifier verifier;

    private CredentialKey(Verifier verifier) {
        this.verifier = verifier;
    }

    public static CredentialKey parse(byte[] cose) throws PasskeyFormatException {
        Map<Object, Object> key = Cbor.map(cose);
        try {
            if (is(key, 2, ES256, 1) && key.size() == 5) {
                return new CredentialKey(P256Key.of(coordinate(key, X), coordinate(key, Y))::verify);
            }
            if (is(key, 1, EDDSA, 6) && key.size() == 4) {
                return new CredentialKey(Ed25519Key.of(coordinate(key, X))::verify);
            }
        } catch (EncodingException e) {
            throw new PasskeyFormatException("not a key of a passkey: " + e.getMessage(), e);
        }
        throw new PasskeyFormatException("a passkey has an ES256 key on P-256 or an EdDSA key on Ed25519");
    }

    private static boolean is(Map<Object, Object> key, long type, long algorithm, long curve) {
        return Long.valueOf(type).equals(key.get(KEY_TYPE))
                && Long.valueOf(algorithm).equals(key.get(ALGORITHM))
                && Long.valueOf(curve).equals(key.get(CURVE));
    }

    private static byte[] coordinate(Map<Object, Object> key, long label) throws PasskeyFormatException {
        if (key.get(label) instanceof byte[] bytes) {
            return bytes;
        }
        throw new PasskeyFormatException("a COSE key without coordinate " + label);
    }

    /** @param signature DER (RFC 3279 section 2.2.3) for ES256, 64 bytes for EdDSA, as WebAuthn section 6.5.5 has them */
    boolean verify(byte[] message, byte[] signature) {
        return verifier.verify(message, signature);
    }
}
