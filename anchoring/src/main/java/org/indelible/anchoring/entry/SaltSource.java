package org.indelible.anchoring.entry;

import java.security.SecureRandom;

/** Where the salts of disclosures come from: 128 random bits each (RFC 9901 section 4.2.1). */
@FunctionalInterface
public interface SaltSource {
    int SALT_BYTES = 16;

    /** A fresh salt of {@link #SALT_BYTES} bytes. */
    byte[] next();

    static SaltSource secureRandom() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return salt;
        };
    }
}
