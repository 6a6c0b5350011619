package org.indelible.platform;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The password of the key store, from the file {@code INDELIBLE_KEYSTORE_PASSWORD_FILE}; without one a password is made under
 * INDELIBLE_HOME. Whoever loses it loses the signing keys and all encrypted disclosures.
 */
public record KeyStorePassword(SecretFile file) {
    private static final Logger LOG = LoggerFactory.getLogger(KeyStorePassword.class);

    static KeyStorePassword from(IndelibleHome home, String configuredFile) {
        if (!configuredFile.isBlank()) {
            SecretFile configured = new SecretFile(Path.of(configuredFile));
            configured.read();
            return new KeyStorePassword(configured);
        }
        SecretFile generated = new SecretFile(home.keyStore().resolve("password"));
        if (!generated.exists()) {
            generated.readOrCreate();
            LOG.warn(
                    "Made a key store password in {} (mode 0600). Keep a copy apart from the database backups;"
                            + " set INDELIBLE_KEYSTORE_PASSWORD_FILE to keep it elsewhere.",
                    generated.path());
        }
        return new KeyStorePassword(generated);
    }

    public char[] value() {
        return file.read().toCharArray();
    }
}
