package org.indelible.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database beside the application, reached as its superuser. */
record Database(String url, String user, String password) {
    /** The embedded server of a home, where it listens now (PostgreSQL's {@code postmaster.pid}, fourth line). */
    static Database embedded(Path home) throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("postgresql-data").resolve("postmaster.pid"));
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/indelible",
                "postgres",
                Files.readString(home.resolve("secrets").resolve("postgres-superuser"))
                        .strip());
    }

    static ProcessHandle postmaster(Path home) throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("postgresql-data").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends every connection of the application, some of them within COMMIT. */
    void cutConnections() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where usename <> '" + user
                + "' and datname = current_database()");
    }
}
