package org.indelible.anchoring.keys;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.indelible.anchoring.jdbc.Database;

/** Binds a new vault to a password, and holds a password against an old one. */
final class VaultPassword {
    private record Parameters(String kdf, byte[] salt, byte[] checkValue) {}

    private VaultPassword() {}

    static KeyEncryptionKey unlock(Database database, char[] password) {
        Parameters parameters = read(database, password);
        if (!parameters.kdf().equals(KeyEncryptionKey.KDF)) {
            throw new KeyVaultException(
                    "the key vault was made with " + parameters.kdf() + ", which this version cannot derive", null);
        }
        KeyEncryptionKey key = KeyEncryptionKey.derive(password, parameters.salt());
        if (!key.opens(parameters.checkValue())) {
            throw new KeyVaultException(
                    "the key store password is not the one this key vault was made with; give the right one", null);
        }
        return key;
    }

    private static Parameters read(Database database, char[] password) {
        String select = "select kdf, salt, check_value from vault.parameters";
        return database.first(select, VaultPassword::parameters).orElseGet(() -> {
            byte[] salt = new byte[KeyEncryptionKey.SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            // Two nodes may start on a new vault at once: the first one's salt counts.
            database.update(
                    "insert into vault.parameters (kdf, salt, check_value) values (?, ?, ?) on conflict do nothing",
                    KeyEncryptionKey.KDF,
                    salt,
                    KeyEncryptionKey.derive(password, salt).checkValue());
            return database.first(select, VaultPassword::parameters).orElseThrow();
        });
    }

    private static Parameters parameters(ResultSet row) throws SQLException {
        return new Parameters(row.getString("kdf"), row.getBytes("salt"), row.getBytes("check_value"));
    }
}
