package org.indelible.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An external PostgreSQL, by {@code INDELIBLE_DB_URL} and its companions; without the URL the embedded one is used.
 *
 * @param vault where the key vault is to live apart from the ledger's database ({@code INDELIBLE_DB_VAULT_URL} and so on)
 */
@ConfigurationProperties("indelible.db")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Login migration,
        @Nullable Vault vault) {

    record Login(@Nullable String user, @Nullable String password) {}

    record Vault(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    boolean external() {
        return url != null && !url.isBlank();
    }

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return "DatabaseProperties[" + (external() ? "external" : "embedded") + "]";
    }
}
