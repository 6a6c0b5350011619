package org.indelible.anchoring.primitive;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;
import org.bouncycastle.util.encoders.Hex;

/** A public key for ECDSA with SHA-256 on P-256 (FIPS 186-5; SP 800-186): what most passkeys have. */
public final class P256Key {
    private static final int COORDINATE_BYTES = 32;
    private static final ECDomainParameters P256 = domain();

    private final ECPublicKeyParameters parameters;

    private P256Key(ECPublicKeyParameters parameters) {
        this.parameters = parameters;
    }

    /** The key with these affine coordinates, 32 bytes each; points that are not on the curve are refused. */
    public static P256Key of(byte[] x, byte[] y) throws EncodingException {
        if (x.length != COORDINATE_BYTES || y.length != COORDINATE_BYTES) {
            throw new EncodingException("a coordinate on P-256 has " + COORDINATE_BYTES + " bytes");
        }
        try {
            ECPoint point = P256.getCurve().validatePoint(new BigInteger(1, x), new BigInteger(1, y));
            return new P256Key(new ECPublicKeyParameters(point, P256));
        } catch (IllegalArgumentException e) {
            throw new EncodingException("not a point on P-256");
        }
    }

    /** @param signature in DER, the one encoding of it */
    public boolean verify(byte[] message, byte[] signature) {
        Optional<DerPair> pair = DerPair.read(signature);
        if (pair.isEmpty()) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, parameters);
        return verifier.verifySignature(
                Sha256.of(message), pair.get().r(), pair.get().s());
    }

    private static ECDomainParameters domain() {
        SecP256R1Curve curve = new SecP256R1Curve();
        ECPoint base = curve.decodePoint(Hex.decodeStrict("04"
                + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));
        return new ECDomainParameters(curve, base, curve.getOrder(), curve.getCofactor());
    }
}
