package org.indelible.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.indelible.platform.StartRefused;
import org.indelible.platform.database.DatabaseProperties.Login;
import org.indelible.platform.database.DatabaseProperties.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the environment's description of an external PostgreSQL into access, and looks at the server. */
final class ExternalDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalDatabase.class);

    private ExternalDatabase() {}

    static DatabaseAccess access(DatabaseProperties properties) {
        String url = required(properties.url(), "URL");
        Credentials application = new Credentials(required(properties.user(), "USER"), or(properties.password(), ""));
        Credentials owner = owner(properties.migration(), application);
        if (owner.user().equals(application.user())) {
            LOG.warn(
                    "The application's database role owns its tables, so nothing but triggers keeps it from changing entries."
                            + " Set INDELIBLE_DB_MIGRATION_USER to a role of its own.");
        }
        inspect(url, application);
        Vault vault = properties.vault();
        return vault == null || vault.url() == null || vault.url().isBlank()
                ? new DatabaseAccess(url, owner, application, url, owner, application)
                : apart(
                        url,
                        owner,
                        application,
                        vault.url(),
                        new Credentials(required(vault.user(), "VAULT_USER"), or(vault.password(), "")));
    }

    private static Credentials owner(@Nullable Login migration, Credentials application) {
        return migration == null || migration.user() == null || migration.user().isBlank()
                ? application
                : new Credentials(migration.user(), or(migration.password(), ""));
    }

    private static DatabaseAccess apart(
            String url, Credentials owner, Credentials application, String vaultUrl, Credentials vault) {
        inspect(vaultUrl, vault);
        return new DatabaseAccess(url, owner, application, vaultUrl, vault, vault);
    }

    private static void inspect(String url, Credentials credentials) {
        try (Connection connection = Connections.open(url, credentials)) {
            DurabilityCheck.inspectExternal(connection);
        } catch (SQLException e) {
            throw Connections.refusal(url, e);
        }
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new StartRefused(
                    "INDELIBLE_DB_" + name + " is not set.",
                    "An external database needs INDELIBLE_DB_URL, _USER and _PASSWORD.");
        }
        return value;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
