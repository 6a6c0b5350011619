package org.indelible.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.SecretFile;
import org.postgresql.PGConnection;

/**
 * The roles and the database inside the embedded server. The superuser makes them and is not used again; the owner migrates; the
 * application and the key vault have roles that own nothing.
 */
record EmbeddedRoles(EmbeddedServer server, IndelibleHome home) {
    private static final String DATABASE = "indelible";

    DatabaseAccess prepared() {
        Credentials owner = credentials("indelible_owner");
        Credentials application = credentials("indelible_app");
        Credentials vault = credentials("indelible_vault");
        try (Connection connection = Connections.open(server.url("postgres"), server.superuser())) {
            for (Credentials role : new Credentials[] {owner, application, vault}) {
                ensureRole(connection, role);
            }
            ensureDatabase(connection, owner);
            DurabilityCheck.requireDurable(connection);
        } catch (SQLException e) {
            throw Connections.refusal(server.url("postgres"), e);
        }
        String url = server.url(DATABASE);
        return new DatabaseAccess(url, owner, application, url, owner, vault);
    }

    private Credentials credentials(String role) {
        return new Credentials(role, new SecretFile(home.secrets().resolve(role)).readOrCreate());
    }

    private static void ensureRole(Connection connection, Credentials role) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.user())) {
            execute(connection, "CREATE ROLE " + role.user() + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        // Hashed on this side, so that the password itself never reaches the server.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
    }

    private static void ensureDatabase(Connection connection, Credentials owner) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
            execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + owner.user());
        }
        execute(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO indelible_app, indelible_vault");
        // The self-audit projects a sample into tables of its own session.
        execute(connection, "GRANT TEMPORARY ON DATABASE " + DATABASE + " TO indelible_app");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
