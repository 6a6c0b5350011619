package org.indelible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Commands;
import org.indelible.platform.StartRefused;
import org.indelible.platform.database.Backup;
import org.indelible.security.Passwords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** What was backed up stands again elsewhere, with the same root; what was signed since is never forgotten. */
class BackupTest {
    @TempDir
    Path directory;

    private ConfigurableApplicationContext start(ExternalPostgres database, String home, String... more) {
        List<String> own =
                List.of("--server.port=0", "--indelible.demo=false", "--indelible.home=" + directory.resolve(home));
        return new SpringApplicationBuilder(IndelibleApplication.class)
                .run(Stream.of(Stream.of(database.settings()), own.stream(), Stream.of(more))
                        .flatMap(settings -> settings)
                        .toArray(String[]::new));
    }

    private static void create(ConfigurableApplicationContext node, String name) {
        new TestAccounts(
                        node.getBean(Commands.class), node.getBean(PlatformAuthor.class), node.getBean(Passwords.class))
                .create(name, Role.DATA_MANAGER);
    }

    private static String root(ConfigurableApplicationContext node) {
        return node.getBean(CheckpointService.class).checkpoint("platform").root();
    }

    @Test
    @Requirement({"R16", "R19", "R64"})
    void aBackupStandsAgainElsewhereAndNeverOverALaterCheckpoint() throws Exception {
        Path backup = Files.createDirectories(directory.resolve("backup"));
        try (ExternalPostgres database = new ExternalPostgres()) {
            try (ConfigurableApplicationContext node = start(database, "home")) {
                create(node, "before.backup");
                String root = root(node);
                assertThat(node.getBean(Backup.class).write(backup)).isPositive();

                try (ExternalPostgres elsewhere = new ExternalPostgres();
                        ConfigurableApplicationContext restored =
                                start(elsewhere, "elsewhere", "--indelible.restore-from=" + backup)) {
                    assertThat(root(restored)).isEqualTo(root);
                    assertThat(restored.getBean(LedgerVerifier.class)
                                    .verifyAll((ledger, done, total) -> {})
                                    .failures())
                            .isEmpty();
                    Api.signIn(
                            "http://localhost:" + restored.getEnvironment().getProperty("local.server.port"),
                            "before.backup",
                            TestAccounts.PASSWORD);
                }
                create(node, "after.backup");
                root(node);
            }
            assertRefused(() -> start(database, "home", "--indelible.restore-from=" + backup), "older than what");
        }
        try (ExternalPostgres empty = new ExternalPostgres()) {
            assertRefused(() -> start(empty, "home", "--indelible.restore-from=" + backup), "older than what");
        }
    }

    private static void assertRefused(Callable<ConfigurableApplicationContext> start, String why) {
        assertThatThrownBy(() -> start.call().close())
                .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(why));
    }
}
