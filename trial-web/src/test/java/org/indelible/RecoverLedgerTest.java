package org.indelible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Commands;
import org.indelible.platform.database.Backup;
import org.indelible.recovery.LedgerRecovery;
import org.indelible.recovery.LedgerRecovery.Person;
import org.indelible.recovery.RecoveryRefused;
import org.indelible.security.Passwords;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The database is gone and the newest backup is older than what was signed: it goes on by two administrators, and never in silence. */
class RecoverLedgerTest {
    private static final Reason REASON = Reason.of("Both disks failed; the backup of last night is the newest");

    @TempDir
    Path directory;

    private ConfigurableApplicationContext start(ExternalPostgres database, String... more) {
        return new SpringApplicationBuilder(IndelibleApplication.class)
                .run(Stream.of(
                                Stream.of(database.settings()),
                                Stream.of(
                                        "--server.port=0",
                                        "--indelible.demo=false",
                                        "--indelible.home=" + directory.resolve("home")),
                                Stream.of(more))
                        .flatMap(settings -> settings)
                        .toArray(String[]::new));
    }

    private static TestAccounts accounts(ConfigurableApplicationContext node) {
        return new TestAccounts(
                node.getBean(Commands.class), node.getBean(PlatformAuthor.class), node.getBean(Passwords.class));
    }

    private static Person person(String name) {
        return new Person(name, TestAccounts.PASSWORD);
    }

    private Path loseTheDatabase() throws Exception {
        Path backup = Files.createDirectories(directory.resolve("backup"));
        try (ExternalPostgres lost = new ExternalPostgres();
                ConfigurableApplicationContext node = start(lost)) {
            accounts(node).create("first.admin", Role.ADMINISTRATOR);
            accounts(node).create("second.admin", Role.ADMINISTRATOR);
            accounts(node).create("the.monitor", Role.MONITOR);
            node.getBean(CheckpointService.class).checkpointAll();
            node.getBean(Backup.class).write(backup);
            accounts(node).create("after.backup", Role.DATA_MANAGER);
            node.getBean(CheckpointService.class).checkpointAll();
        }
        return backup;
    }

    /** As an administrator does who has nothing better: the high-water file is kept, the database comes from the backup. */
    private void restoreInto(ExternalPostgres database, Path backup) throws Exception {
        Path highWater = directory.resolve("home").resolve("high-water");
        Path kept = Files.move(highWater, directory.resolve("kept"));
        Path tail = directory.resolve("home").resolve("high-water-tail");
        Files.deleteIfExists(tail);
        start(database, "--indelible.restore-from=" + backup, "--indelible.verifying=true")
                .close();
        Files.deleteIfExists(highWater);
        Files.move(kept, highWater);
    }

    @Test
    @Requirement({"R16", "R64"})
    void twoAdministratorsLetALedgerGoOnUnderANewName() throws Exception {
        Path backup = loseTheDatabase();
        try (ExternalPostgres database = new ExternalPostgres()) {
            restoreInto(database, backup);
            assertThatThrownBy(() -> start(database).close())
                    .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                            .hasMessageContaining("recover-ledger platform"));

            try (ConfigurableApplicationContext recovering = start(database, "--indelible.recovering=true")) {
                LedgerRecovery recovery = recovering.getBean(LedgerRecovery.class);
                List<String> lost = recovery.lost();
                assertThat(lost).containsExactly("platform");
                assertThatThrownBy(() -> recovery.recover(lost, person("first.admin"), person("first.admin"), REASON))
                        .isInstanceOfSatisfying(
                                DomainRefusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("second-person-needed"));
                assertThatThrownBy(() -> recovery.recover(lost, person("the.monitor"), person("second.admin"), REASON))
                        .isInstanceOfSatisfying(
                                DomainRefusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("act-not-permitted"));

                List<SignedCheckpoint> begun =
                        recovery.recover(lost, person("first.admin"), person("second.admin"), REASON);

                assertThat(begun)
                        .singleElement()
                        .satisfies(first -> assertThat(first.log()).isEqualTo("platform.2"));
                assertThat(recovery.lost()).isEmpty();
                assertThatThrownBy(() -> recovery.recover(
                                List.of("platform"), person("first.admin"), person("second.admin"), REASON))
                        .isInstanceOf(RecoveryRefused.class)
                        .hasMessageContaining("has lost nothing");
            }
            try (ConfigurableApplicationContext node = start(database)) {
                accounts(node).create("after.loss", Role.DATA_MANAGER);
                CheckpointService checkpoints = node.getBean(CheckpointService.class);
                checkpoints.checkpointAll();
                VerificationReport report = node.getBean(LedgerVerifier.class).verifyAll((ledger, done, total) -> {});
                assertThat(report.failures()).isEmpty();
                assertThat(report.findings())
                        .anyMatch(finding -> finding.message().contains("were lost; entry"));
                assertThat(checkpoints.latest("platform").orElseThrow().log()).isEqualTo("platform.2");
                assertThat(checkpoints
                                .latest(new LogName("platform", 1))
                                .orElseThrow()
                                .log())
                        .isEqualTo("platform");
            }
        }
    }

    @Test
    @Requirement("R16")
    void whatWasRewrittenIsRestoredAndNotRecovered() throws Exception {
        Path backup = loseTheDatabase();
        try (ExternalPostgres database = new ExternalPostgres()) {
            restoreInto(database, backup);
            database.tamper("update ledger.entry set payload = payload || 'x' where position = 2");

            try (ConfigurableApplicationContext recovering = start(database, "--indelible.recovering=true")) {
                assertThatThrownBy(() -> recovering
                                .getBean(LedgerRecovery.class)
                                .recover(List.of("platform"), person("first.admin"), person("second.admin"), REASON))
                        .isInstanceOf(RecoveryRefused.class)
                        .hasMessageContaining("not whole");
            }
        }
    }
}
