package org.indelible.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.indelible.platform.StartRefused;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Brings each schema to the version of this jar, as its owner. Every schema has a history of its own, so that the ledger's (which
 * almost never changes) does not move with the read models' (which do).
 *
 * <p>Scripts of schema {@code s} live in {@code db/migration/s}, grant to {@code ${appRole}} what
 * they must in {@code ledger} and {@code vault}. What the application may do in {@code read} and {@code app}, where nothing is
 * evidence, is granted here for all tables alike.
 */
record Migrations(DatabaseAccess access) {

    void run() {
        migrate(access.url(), access.owner(), access.application(), "ledger", "db/migration/ledger");
        migrate(access.vaultUrl(), access.vaultOwner(), access.vault(), "vault", "db/migration/keys");
        migrate(access.url(), access.owner(), access.application(), "read", "db/migration/read");
        migrate(access.url(), access.owner(), access.application(), "app", "db/migration/app");
        String app = quoted(access.application());
        grant(
                access.url(),
                access.owner(),
                "GRANT USAGE ON SCHEMA ledger, read, app TO " + app,
                "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA read TO " + app,
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO " + app,
                "GRANT USAGE ON ALL SEQUENCES IN SCHEMA read, app TO " + app,
                "REVOKE ALL ON read.flyway_schema_history, app.flyway_schema_history FROM " + app);
        grant(access.vaultUrl(), access.vaultOwner(), "GRANT USAGE ON SCHEMA vault TO " + quoted(access.vault()));
    }

    private static void migrate(String url, Credentials owner, Credentials user, String schema, String location) {
        try {
            Flyway.configure()
                    .dataSource(url, owner.user(), owner.password())
                    .locations("classpath:" + location)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .createSchemas(true)
                    .placeholders(Map.of("appRole", quoted(user)))
                    // Flyway would pass over scripts of a later version; this version would then write rows that one
                    // does not mean.
                    .ignoreMigrationPatterns(new ValidatePattern[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (NestedExceptionUtils.getRootCause(e) instanceof PSQLException cause) {
                throw Connections.refusal(url, cause);
            }
            throw new StartRefused(
                    "Schema " + schema + " cannot be brought to this version: " + e.getMessage(),
                    "Was the database made by a later version of Indelible? Then run that one.",
                    e);
        }
    }

    private static void grant(String url, Credentials owner, String... statements) {
        try (Connection connection = Connections.open(url, owner);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw Connections.refusal(url, e);
        }
    }

    private static String quoted(Credentials role) {
        return '"' + role.user().replace("\"", "\"\"") + '"';
    }
}
