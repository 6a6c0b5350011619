package org.indelible.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.indelible.platform.StartRefused;

/** Single connections during start, and what to say where they fail. */
final class Connections {
    private Connections() {}

    static Connection open(String url, Credentials credentials) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    static StartRefused refusal(String url, SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        String cure = switch (state) {
            case "08001", "08004", "08006" -> "Check that PostgreSQL is running and reachable, and INDELIBLE_DB_URL.";
            case "28P01", "28000" -> "Check the database user and password.";
            case "3D000" -> "Create the database that INDELIBLE_DB_URL names.";
            case "42501" -> "INDELIBLE_DB_MIGRATION_USER needs CREATE on the database.";
            case "53100" -> "The disk of the database is full: free some space.";
            default -> "See the server's log.";
        };
        return new StartRefused(
                "The database " + withoutParameters(url) + " cannot be used: " + e.getMessage(), cure, e);
    }

    /** Parameters of a JDBC URL may hold a password. */
    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
