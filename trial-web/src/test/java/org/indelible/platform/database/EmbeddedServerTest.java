package org.indelible.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.indelible.platform.HomeLock;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    private Path directory;

    private IndelibleHome home;

    @BeforeEach
    void prepareHome() {
        home = new IndelibleHome(directory.resolve("home")).prepared();
    }

    @Test
    void keepsDataOverRestartsAndRunsDurably() throws Exception {
        try (HomeLock held = HomeLock.acquire(home)) {
            try (EmbeddedServer server = EmbeddedServer.start(home, held)) {
                DatabaseAccess access = new EmbeddedRoles(server, home).prepared();
                new Migrations(access).run();
                try (Connection owner = Connections.open(access.url(), access.owner())) {
                    assertThat(Stream.of("fsync", "synchronous_commit", "full_page_writes"))
                            .allSatisfy(setting ->
                                    assertThat(ask(owner, "SHOW " + setting)).isEqualTo("on"));
                    assertThat(ask(owner, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                    execute(owner, "CREATE TABLE app.kept AS SELECT 'yes' AS answer");
                }
            }
            try (EmbeddedServer server = EmbeddedServer.start(home, held)) {
                DatabaseAccess access = new EmbeddedRoles(server, home).prepared();
                try (Connection owner = Connections.open(access.url(), access.owner())) {
                    assertThat(ask(owner, "SELECT answer FROM app.kept")).isEqualTo("yes");
                }
            }
        }
    }

    @Test
    void refusesADatabaseOfALaterVersion() throws Exception {
        try (HomeLock held = HomeLock.acquire(home);
                EmbeddedServer server = EmbeddedServer.start(home, held)) {
            DatabaseAccess access = new EmbeddedRoles(server, home).prepared();
            new Migrations(access).run();
            new Migrations(access).run();
            try (Connection owner = Connections.open(access.url(), access.owner())) {
                execute(owner, """
                        INSERT INTO read.flyway_schema_history
                        SELECT installed_rank + 1, '9999', 'later', type, 'V9999__later.sql', checksum, installed_by, installed_on, execution_time, success
                        FROM read.flyway_schema_history ORDER BY installed_rank DESC LIMIT 1
                        """);
            }
            assertThatThrownBy(() -> new Migrations(access).run())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("9999");
        }
    }

    @Test
    void asksForPasswordsAndSeparatesRights() throws Exception {
        try (HomeLock held = HomeLock.acquire(home);
                EmbeddedServer server = EmbeddedServer.start(home, held)) {
            DatabaseAccess access = new EmbeddedRoles(server, home).prepared();
            new Migrations(access).run();
            Credentials guess = new Credentials("postgres", "postgres");
            assertThatThrownBy(() -> Connections.open(access.url(), guess))
                    .hasMessageContaining("password authentication");
            try (Connection application = Connections.open(access.url(), access.application())) {
                assertThatThrownBy(() -> execute(application, "CREATE TABLE app.mine (n int)"))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> execute(application, "SELECT 1 FROM vault.flyway_schema_history"))
                        .isInstanceOf(SQLException.class);
                assertThat(ask(application, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                        .isEqualTo("f");
            }
        }
    }

    @Test
    void keepsSecretsToTheirOwner() throws Exception {
        try (HomeLock held = HomeLock.acquire(home);
                EmbeddedServer server = EmbeddedServer.start(home, held)) {
            new EmbeddedRoles(server, home).prepared();
        }
        try (Stream<Path> secrets = Files.list(home.secrets())) {
            assertThat(secrets.toList())
                    .hasSize(4)
                    .allSatisfy(
                            secret -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void stopsAServerLeftBehindByAKilledApplication() throws Exception {
        try (HomeLock held = HomeLock.acquire(home)) {
            EmbeddedServer orphan = EmbeddedServer.start(home, held);
            DatabaseAccess access = new EmbeddedRoles(orphan, home).prepared();
            new Migrations(access).run();
            try (Connection owner = Connections.open(access.url(), access.owner())) {
                execute(owner, "CREATE TABLE app.kept AS SELECT 'yes' AS answer");
            }
            // This is what a kill -9 of the application leaves.
            orphan.leaveBehind();
            PostmasterFile left = PostmasterFile.read(home.databaseData()).orElseThrow();
            assertThat(left.holder()).isEqualTo(PostmasterFile.Holder.OURS);
            try (EmbeddedServer server = EmbeddedServer.start(home, held)) {
                assertThat(left.holder()).isEqualTo(PostmasterFile.Holder.GONE);
                DatabaseAccess again = new EmbeddedRoles(server, home).prepared();
                try (Connection owner = Connections.open(again.url(), again.owner())) {
                    assertThat(ask(owner, "SELECT answer FROM app.kept")).isEqualTo("yes");
                }
            }
        }
    }

    @Test
    void aKilledServerIsStartedAgainWhereItWas() throws Exception {
        try (HomeLock held = HomeLock.acquire(home);
                EmbeddedServer server = EmbeddedServer.start(home, held)) {
            DatabaseAccess access = new EmbeddedRoles(server, home).prepared();
            new Migrations(access).run();
            PostmasterFile killed = PostmasterFile.read(home.databaseData()).orElseThrow();
            ProcessHandle postmaster = ProcessHandle.of(killed.pid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get();

            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
                try (Connection owner = Connections.open(access.url(), access.owner())) {
                    assertThat(ask(owner, "SELECT count(*) FROM app.flyway_schema_history"))
                            .isNotEqualTo("0");
                }
            });
            assertThat(PostmasterFile.read(home.databaseData()).orElseThrow().pid())
                    .isNotEqualTo(killed.pid());
        }
    }

    @Test
    void recoversFromAKilledServerWhoseProcessIdBelongsToSomebodyElseNow() throws Exception {
        try (HomeLock held = HomeLock.acquire(home)) {
            EmbeddedServer.start(home, held).close();
            Path stale = PostmasterFile.in(home.databaseData());
            Files.writeString(stale, ProcessHandle.current().pid() + "\n" + home.databaseData() + "\n1\n5432\n\n\n\n");
            try (EmbeddedServer server = EmbeddedServer.start(home, held)) {
                assertThat(server.url("postgres")).startsWith("jdbc:postgresql://127.0.0.1:");
            }
        }
    }

    @Test
    void refusesASecondApplicationOnTheSameHome() throws Exception {
        try (HomeLock held = HomeLock.acquire(home)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> HomeLock.acquire(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another Indelible application is using INDELIBLE_HOME");
        }
    }

    @Test
    void saysWhatIsWrongWithAnUnreachableExternalDatabase() {
        DatabaseProperties properties = new DatabaseProperties(
                "jdbc:postgresql://127.0.0.1:1/indelible?password=s3cret", "someone", "x", null, null);
        assertThatThrownBy(() -> ExternalDatabase.access(properties))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("127.0.0.1:1/indelible")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("s3cret"));
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
