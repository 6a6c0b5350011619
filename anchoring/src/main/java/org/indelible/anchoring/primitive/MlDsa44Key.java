package org.indelible.anchoring.primitive;

import java.util.Arrays;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** An ML-DSA-44 public key (FIPS 204), used as pure ML-DSA with an empty context. */
public final class MlDsa44Key {
    /** Length of the encoding (FIPS 204 table 2). */
    public static final int BYTES = 1312;

    /** Length of a signature (FIPS 204 table 2). */
    public static final int SIGNATURE_BYTES = 2420;

    private final MLDSAPublicKeyParameters parameters;

    private MlDsa44Key(MLDSAPublicKeyParameters parameters) {
        this.parameters = parameters;
    }

    /** The key of this encoding; every string of the right length is one. */
    public static MlDsa44Key of(byte[] encoded) throws EncodingException {
        if (encoded.length != BYTES) {
            throw new EncodingException("an ML-DSA-44 key has " + BYTES + " bytes, not " + encoded.length);
        }
        return new MlDsa44Key(new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, encoded.clone()));
    }

    public boolean verify(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, parameters);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    public byte[] encoded() {
        return parameters.getEncoded();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MlDsa44Key that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded());
    }
}
