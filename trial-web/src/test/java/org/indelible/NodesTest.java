package org.indelible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Commands;
import org.indelible.platform.StartRefused;
import org.indelible.security.Passwords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.FileSystemUtils;

/** Two applications on one external database, with a migrating role and a serving one, as an administrator sets them up. */
class NodesTest {
    @TempDir
    Path directory;

    private ExternalPostgres database;

    @BeforeEach
    void open() throws Exception {
        database = new ExternalPostgres();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private ConfigurableApplicationContext start(String home) {
        return new SpringApplicationBuilder(IndelibleApplication.class)
                .run(Stream.concat(
                                Stream.of(database.settings()),
                                Stream.of(
                                        "--server.port=0",
                                        "--indelible.demo=false",
                                        "--indelible.home=" + directory.resolve(home)))
                        .toArray(String[]::new));
    }

    /** A second node holds the same keys. */
    private ConfigurableApplicationContext startSecond() throws Exception {
        Path home = Files.createDirectories(directory.resolve("second"));
        FileSystemUtils.copyRecursively(directory.resolve("first").resolve("keystore"), home.resolve("keystore"));
        return start("second");
    }

    private static String base(ConfigurableApplicationContext node) {
        return "http://localhost:"
                + Objects.requireNonNull(node.getEnvironment().getProperty("local.server.port"));
    }

    private static TestAccounts accounts(ConfigurableApplicationContext node) {
        return new TestAccounts(
                node.getBean(Commands.class), node.getBean(PlatformAuthor.class), node.getBean(Passwords.class));
    }

    private static VerificationReport verify(ConfigurableApplicationContext node) {
        return node.getBean(LedgerVerifier.class).verifyAll((ledger, done, total) -> {});
    }

    private static void registerTrial(Api builder) throws Exception {
        try (var protocol = Objects.requireNonNull(
                NodesTest.class.getResourceAsStream("/org/indelible/protocols/bundled/hypertension.xml"))) {
            assertThat(builder.post("/api/v1/trials?kind=test", BodyPublishers.ofByteArray(protocol.readAllBytes()))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    @Requirement({"R19", "R26"})
    void aSignInGoesOnAtAnotherNodeAndAfterARestartWithAKeyOfItsOwn() throws Exception {
        Api builder;
        try (ConfigurableApplicationContext first = start("first");
                ConfigurableApplicationContext second = startSecond()) {
            accounts(first).create("the.builder", Role.STUDY_BUILDER);
            builder = Api.signIn(base(first), "the.builder", TestAccounts.PASSWORD);
            registerTrial(builder);
            registerTrial(builder.at(base(second)));
            registerTrial(builder);
        }
        try (ConfigurableApplicationContext restarted = start("first")) {
            registerTrial(builder.at(base(restarted)));

            assertThat(verify(restarted).failures()).isEmpty();
        }
    }

    @Test
    @Requirement({"R16", "R18", "R19"})
    void theServingRoleAddsOnlyAHomeServesOneAndAnOlderDatabaseIsRefused() throws Exception {
        try (ConfigurableApplicationContext first = start("first")) {
            accounts(first).create("the.builder", Role.STUDY_BUILDER);
            for (String act : new String[] {
                "update ledger.entry set jti = 'x'",
                "delete from ledger.entry",
                "truncate ledger.entry",
                "update ledger.checkpoint set size = 1",
                "alter table ledger.entry disable trigger user",
                "create table ledger.mine (n int)"
            }) {
                assertThatThrownBy(() -> database.asApplication(act))
                        .as(act)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
            assertRefused("Another Indelible application is using INDELIBLE_HOME");
            assertThat(verify(first).failures()).isEmpty();
        }
        database.tamper("""
                delete from ledger.entry where position >= 3;
                delete from ledger.checkpoint;
                update ledger.head set size = 3;
                update ledger.log_head set next_position = 3
                """);
        assertRefused("an older state of the database was restored");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> start("first").close())
                .satisfies(failure -> assertThat(
                                NestedExceptionUtils.getRootCause(failure) instanceof StartRefused
                                        ? NestedExceptionUtils.getRootCause(failure)
                                        : NestedExceptionUtils.getMostSpecificCause(failure))
                        .hasMessageContaining(why));
    }
}
