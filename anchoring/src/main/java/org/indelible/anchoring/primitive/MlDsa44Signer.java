package org.indelible.anchoring.primitive;

import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** An ML-DSA-44 private key (FIPS 204), hedged with fresh randomness for every signature. Safe for many threads; it never prints itself. */
public final class MlDsa44Signer {
    public static final int SEED_BYTES = 32;

    private final MLDSAPrivateKeyParameters key;
    private final SecureRandom random = new SecureRandom();

    private MlDsa44Signer(MLDSAPrivateKeyParameters key) {
        this.key = key;
    }

    /** The key generated from this seed (FIPS 204 algorithm 6). */
    public static MlDsa44Signer ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("an ML-DSA-44 seed has " + SEED_BYTES + " bytes, not " + seed.length);
        }
        return new MlDsa44Signer(new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed));
    }

    public byte[] sign(byte[] message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, new ParametersWithRandom(key, random));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("signing of bytes in memory does not fail", e);
        }
    }

    public MlDsa44Key verifier() {
        try {
            return MlDsa44Key.of(key.getPublicKeyParameters().getEncoded());
        } catch (EncodingException e) {
            throw new IllegalStateException("a generated key has the right length", e);
        }
    }
}
