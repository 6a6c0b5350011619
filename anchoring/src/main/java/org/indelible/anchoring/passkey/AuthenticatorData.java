package org.indelible.anchoring.passkey;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.indelible.anchoring.primitive.Sha256;

/** What an authenticator says of itself and of the person (WebAuthn section 6.1). */
record AuthenticatorData(byte[] bytes) {
    static final int HEAD_BYTES = 37;

    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 1 << 2;
    private static final int ATTESTED = 1 << 6;
    private static final int FLAGS_AT = 32;
    private static final int AAGUID_BYTES = 16;

    /** A credential as it is registered (section 6.5.1). */
    record Attested(byte[] credential, byte[] cose) {}

    static AuthenticatorData of(byte[] bytes) throws PasskeyFormatException {
        if (bytes.length < HEAD_BYTES) {
            throw new PasskeyFormatException("authenticator data have at least " + HEAD_BYTES + " bytes");
        }
        return new AuthenticatorData(bytes);
    }

    /** Whether the credential is one for this relying party. */
    boolean isFor(byte[] relyingPartyId) {
        return Arrays.equals(bytes, 0, FLAGS_AT, Sha256.of(relyingPartyId), 0, FLAGS_AT);
    }

    /** Whether the authenticator verified the person, by a PIN or a part of the body, and did so just then. */
    boolean userVerified() {
        int both = USER_PRESENT | USER_VERIFIED;
        return (bytes[FLAGS_AT] & both) == both;
    }

    /** Number of assertions the authenticator has made, where it counts them; else 0 (section 6.1.1). */
    long counter() {
        return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(FLAGS_AT + 1));
    }

    Attested attested() throws PasskeyFormatException {
        int lengthAt = HEAD_BYTES + AAGUID_BYTES;
        if ((bytes[FLAGS_AT] & ATTESTED) == 0 || bytes.length < lengthAt + 2) {
            throw new PasskeyFormatException("authenticator data without a credential");
        }
        int length = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(lengthAt));
        int keyAt = lengthAt + 2 + length;
        if (length == 0 || length > Passkey.MAX_CREDENTIAL_BYTES || keyAt > bytes.length) {
            throw new PasskeyFormatException("a credential id has 1 to " + Passkey.MAX_CREDENTIAL_BYTES + " bytes");
        }
        return new Attested(Arrays.copyOfRange(bytes, lengthAt + 2, keyAt), Cbor.mapBytesAt(bytes, keyAt));
    }
}
