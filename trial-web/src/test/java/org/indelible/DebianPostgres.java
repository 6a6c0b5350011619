package org.indelible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A cluster of the PostgreSQL that the operating system brings, set up as docs/OPERATIONS.md says: it archives its write-ahead log, so that
 * it can be brought back to any point. Started in a user namespace where it would refuse to run as root.
 */
final class DebianPostgres {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path directory;
    private final int port;

    private DebianPostgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** The directory of the newest version's programs. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        }
    }

    static DebianPostgres create(Path programs, Path directory, int port) throws Exception {
        DebianPostgres cluster = new DebianPostgres(programs, directory, port);
        Files.createDirectories(cluster.archive());
        cluster.run("initdb", "--pgdata=" + cluster.data(), "--username=postgres", "--auth=trust", "--encoding=UTF8");
        Files.writeString(
                cluster.data().resolve("postgresql.conf"),
                """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                wal_level = replica
                archive_mode = on
                archive_command = 'test ! -f %2$s/%%f && cp %%p %2$s/%%f'
                """.formatted(port, cluster.archive()),
                StandardOpenOption.APPEND);
        cluster.start();
        return cluster;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path archive() {
        return directory.resolve("archive");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    void start() throws Exception {
        run("pg_ctl", "start", "--pgdata=" + data(), "--wait", "--log=" + directory.resolve("log"));
    }

    void stop() throws Exception {
        run("pg_ctl", "stop", "--pgdata=" + data(), "--mode=fast", "--wait");
    }

    void baseBackup(Path to) throws Exception {
        run(
                "pg_basebackup",
                "--pgdata=" + to,
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=postgres",
                "--checkpoint=fast");
    }

    /** Back to a named point, or to the end of the archive where there is none. */
    void recover(Path baseBackup, Optional<String> point) throws Exception {
        run(List.of("rm", "-rf", data().toString()));
        run(List.of("cp", "-a", baseBackup.toString(), data().toString()));
        Files.writeString(
                data().resolve("postgresql.conf"),
                "restore_command = 'cp " + archive() + "/%f %p'\nrecovery_target_action = 'promote'\n"
                        + point.map(name -> "recovery_target_name = '" + name + "'\n")
                                .orElse(""),
                StandardOpenOption.APPEND);
        Files.createFile(data().resolve("recovery.signal"));
        start();
        // It answers reads before it has reached the point.
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> ask("postgres", "select pg_is_in_recovery()").equals("f"));
    }

    String ask(String database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(String program, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(
                System.getProperty("user.name").equals("root") ? List.of("unshare", "--user") : List.of());
        line.add(programs.resolve(program).toString());
        line.addAll(List.of(arguments));
        run(line);
    }

    private void run(List<String> line) throws Exception {
        Path output = directory.resolve("output");
        int exit = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(line + " ended with " + exit + ": " + Files.readString(output));
        }
    }
}
