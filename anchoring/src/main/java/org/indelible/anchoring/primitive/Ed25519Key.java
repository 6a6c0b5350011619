package org.indelible.anchoring.primitive;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key (RFC 8032 section 5.1) of the prime-order group. Keys of small or mixed order and encodings that are not
 * canonical are refused, so that one signature never fits two keys or two messages; so are signatures whose S is not reduced or whose R is
 * the neutral element.
 */
public final class Ed25519Key {
    public static final int BYTES = Ed25519.PUBLIC_KEY_SIZE;
    public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

    /** The only point of small order that a key of prime order leaves possible for R. */
    private static final byte[] NEUTRAL = neutralElement();

    private final Ed25519PublicKeyParameters parameters;

    private Ed25519Key(Ed25519PublicKeyParameters parameters) {
        this.parameters = parameters;
    }

    /** The key of this encoding. */
    public static Ed25519Key of(byte[] encoded) throws EncodingException {
        if (encoded.length != BYTES) {
            throw new EncodingException("an Ed25519 key has " + BYTES + " bytes, not " + encoded.length);
        }
        Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(encoded, 0);
        if (point == null) {
            throw new EncodingException("not a canonical Ed25519 key of prime order");
        }
        return new Ed25519Key(new Ed25519PublicKeyParameters(point));
    }

    public boolean verify(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && !Arrays.equals(signature, 0, BYTES, NEUTRAL, 0, BYTES)
                && parameters.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    }

    public byte[] encoded() {
        return parameters.getEncoded();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519Key that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded());
    }

    private static byte[] neutralElement() {
        byte[] encoded = new byte[BYTES];
        encoded[0] = 1;
        return encoded;
    }
}
