package org.indelible.anchoring.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Wraps data keys under a key that is derived from the key store password (Argon2id, RFC 9106 section 4, second choice). */
final class KeyEncryptionKey {
    static final String KDF = "argon2id,m=65536,t=3,p=4";
    static final int SALT_BYTES = 16;
    private static final String CHECK = "indelible key vault";
    private final byte[] key;

    private KeyEncryptionKey(byte[] key) {
        this.key = key;
    }

    static KeyEncryptionKey derive(char[] password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(65_536)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(salt)
                .build());
        byte[] key = new byte[DataKey.BYTES];
        generator.generateBytes(password, key);
        return new KeyEncryptionKey(key);
    }

    /** The reference is authenticated with the key, so that no row can pose as another. */
    byte[] wrap(DataKey dataKey) {
        return AesGcm.encrypt(key, dataKey.key(), ascii(dataKey.ref()));
    }

    DataKey unwrap(String ref, byte[] wrapped) {
        try {
            return new DataKey(ref, AesGcm.decrypt(key, wrapped, ascii(ref)));
        } catch (CipherTextException e) {
            throw new KeyVaultException(
                    "key " + ref
                            + " in the key vault is damaged or was wrapped under another password; restore the key vault",
                    e);
        }
    }

    byte[] checkValue() {
        return AesGcm.encrypt(key, ascii(CHECK), new byte[0]);
    }

    boolean opens(byte[] checkValue) {
        try {
            return Arrays.equals(AesGcm.decrypt(key, checkValue, new byte[0]), ascii(CHECK));
        } catch (CipherTextException e) {
            return false;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
