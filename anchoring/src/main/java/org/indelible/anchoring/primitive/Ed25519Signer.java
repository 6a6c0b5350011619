package org.indelible.anchoring.primitive;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 private key (RFC 8032 section 5.1.5). Safe for use by many threads; it never prints itself. */
public final class Ed25519Signer {
    public static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

    private final Ed25519PrivateKeyParameters key;
    private final Ed25519PublicKeyParameters publicKey;

    private Ed25519Signer(Ed25519PrivateKeyParameters key) {
        this.key = key;
        this.publicKey = key.generatePublicKey();
    }

    public static Ed25519Signer generate(SecureRandom random) {
        return new Ed25519Signer(new Ed25519PrivateKeyParameters(random));
    }

    public static Ed25519Signer ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has " + SEED_BYTES + " bytes, not " + seed.length);
        }
        return new Ed25519Signer(new Ed25519PrivateKeyParameters(seed));
    }

    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, publicKey, null, message, 0, message.length, signature, 0);
        return signature;
    }

    public byte[] seed() {
        return key.getEncoded();
    }

    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    public Ed25519Key verifier() {
        try {
            return Ed25519Key.of(publicKey());
        } catch (EncodingException e) {
            throw new IllegalStateException("a generated key is always canonical", e);
        }
    }
}
