package org.indelible;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An empty database on a PostgreSQL that is not the application's own, with a role that migrates and one that serves: the server of {@code
 * -Dindelible.test.jdbc-url} (a superuser's URL) where given.
 */
public final class ExternalPostgres implements AutoCloseable {
    private static final String PASSWORD = "test only";

    private final @Nullable EmbeddedPostgres server;
    private final String superuserUrl;
    private final String name = "x" + UUID.randomUUID().toString().replace("-", "");

    public ExternalPostgres() throws IOException, SQLException {
        String given = System.getProperty("indelible.test.jdbc-url", "");
        this.server = given.isEmpty()
                ? EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()
                : null;
        this.superuserUrl = server == null ? given : server.getJdbcUrl("postgres", "postgres");
        execute(superuserUrl, "create role " + owner() + " login password '" + PASSWORD + "'");
        execute(superuserUrl, "create role " + application() + " login password '" + PASSWORD + "'");
        execute(superuserUrl, "create database " + name + " owner " + owner());
    }

    private String owner() {
        return name + "_owner";
    }

    private String application() {
        return name + "_app";
    }

    private String url() {
        return superuserUrl.replaceFirst("(jdbc:postgresql://[^/]+/).*", "$1" + name);
    }

    /** What the environment tells the application, as Spring properties. */
    public String[] settings() {
        return new String[] {
            "--indelible.db.url=" + url(),
            "--indelible.db.user=" + application(),
            "--indelible.db.password=" + PASSWORD,
            "--indelible.db.migration.user=" + owner(),
            "--indelible.db.migration.password=" + PASSWORD
        };
    }

    /** With the rights of the application's role. */
    public void asApplication(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), application(), PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** With all rights there are, fences down. */
    public void tamper(String sql) throws SQLException {
        execute(
                superuserUrl.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name),
                "set session_replication_role = replica; " + sql);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        execute(superuserUrl, "drop database " + name + " with (force)");
        if (server != null) {
            server.close();
        }
    }
}
