package org.indelible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Commands;
import org.indelible.keys.AuthorityRotation;
import org.indelible.keys.LogKeyRotation;
import org.indelible.keys.RotationRefused;
import org.indelible.platform.StartRefused;
import org.indelible.security.Passwords;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** An installation changes the key of its logs, loses it, and at every point what was signed verifies and only one key signs. */
class RotateKeyTest {
    private static final AccountId ADMIN = new AccountId("the.admin");
    private static final Reason REASON = Reason.of("It is five years old");

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

    private static void account(ConfigurableApplicationContext node, String name, Role role) {
        new TestAccounts(
                        node.getBean(Commands.class), node.getBean(PlatformAuthor.class), node.getBean(Passwords.class))
                .create(name, role);
        node.getBean(CheckpointService.class).checkpointAll();
    }

    private static VerificationReport verify(ConfigurableApplicationContext node) {
        return node.getBean(LedgerVerifier.class).verifyAll((ledger, done, total) -> {});
    }

    private void assertRefused(ExternalPostgres database, String why, String cure) {
        assertThatThrownBy(() -> start(database).close())
                .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                        .isInstanceOfSatisfying(StartRefused.class, refused -> {
                            assertThat(refused).hasMessageContaining(why);
                            assertThat(refused.cure()).contains(cure);
                        }));
    }

    @Test
    @Requirement({"R16", "R43"})
    void theKeyOfTheLogsIsRotatedAndThenLost() throws Exception {
        Path key = directory.resolve("home/keystore/checkpoint-key.p12");
        try (ExternalPostgres database = new ExternalPostgres()) {
            LogIdentity first;
            try (ConfigurableApplicationContext node = start(database)) {
                account(node, ADMIN.value(), Role.ADMINISTRATOR);
                first = node.getBean(LogIdentity.class);
            }
            Path old = Files.copy(key, directory.resolve("old.p12"));

            try (ConfigurableApplicationContext node = start(database, "--indelible.rotating=true")) {
                LogKeyRotation rotation = node.getBean(LogKeyRotation.class);
                assertThatThrownBy(() -> rotation.rotate(new AccountId("nobody"), REASON))
                        .isInstanceOf(RotationRefused.class)
                        .hasMessageContaining("no account");
                assertThat(rotation.rotate(ADMIN, REASON)).isNotEmpty();
            }
            try (ConfigurableApplicationContext node = start(database)) {
                assertThat(node.getBean(LogIdentity.class).key()).isNotEqualTo(first.key());
                account(node, "after.rotation", Role.DATA_MANAGER);
                assertThat(verify(node).failures()).isEmpty();
            }

            Path present = Files.copy(key, directory.resolve("present.p12"));
            Files.copy(old, key, StandardCopyOption.REPLACE_EXISTING);
            assertRefused(database, "not the one that signs", "rotate-key log --lost");
            Files.copy(present, key.resolveSibling("checkpoint-key-next.p12"));
            assertRefused(database, "did not come to its end", "once more");

            Files.delete(key.resolveSibling("checkpoint-key-next.p12"));
            Files.delete(key);
            Files.delete(key.resolveSibling("installation"));
            assertRefused(database, "is not in", "rotate-key log --lost");
            try (ConfigurableApplicationContext node =
                    start(database, "--indelible.rotating=true", "--indelible.log-key-lost=true")) {
                LogKeyRotation rotation = node.getBean(LogKeyRotation.class);
                assertThatThrownBy(() -> rotation.replaceLost(
                                Optional.of(first.verifierKey("platform").toString()), ADMIN, REASON))
                        .isInstanceOf(RotationRefused.class)
                        .hasMessageContaining("another key");
                assertThat(rotation.replaceLost(Optional.empty(), ADMIN, REASON))
                        .isNotEmpty();
            }
            try (ConfigurableApplicationContext node = start(database)) {
                assertThat(node.getBean(LogIdentity.class).installation()).isEqualTo(first.installation());
                account(node, "after.loss", Role.DATA_MANAGER);
                VerificationReport report = verify(node);
                assertThat(report.failures()).isEmpty();
                assertThat(report.findings())
                        .anyMatch(finding -> finding.message().contains("declared lost"));
            }
        }
    }

    @Test
    @Requirement({"R16", "R43"})
    void theAuthorityIsRotatedAndThenLost() throws Exception {
        Path authority = directory.resolve("home/keystore/certificate-authority.p12");
        try (ExternalPostgres database = new ExternalPostgres()) {
            String first;
            try (ConfigurableApplicationContext node = start(database)) {
                account(node, ADMIN.value(), Role.ADMINISTRATOR);
                first = node.getBean(CertificateAuthority.class).rootThumbprint();
            }
            Path old = Files.copy(authority, directory.resolve("old.p12"));
            String second;
            try (ConfigurableApplicationContext node = start(database, "--indelible.rotating=true")) {
                second = node.getBean(AuthorityRotation.class).rotate(ADMIN, REASON);
            }
            try (ConfigurableApplicationContext node = start(database)) {
                assertThat(node.getBean(CertificateAuthority.class).rootThumbprint())
                        .isEqualTo(second)
                        .isNotEqualTo(first);
                account(node, "after.rotation", Role.DATA_MANAGER);
                assertThat(verify(node).failures()).isEmpty();
            }

            Files.copy(old, authority, StandardCopyOption.REPLACE_EXISTING);
            assertRefused(database, "not the one that certifies", "rotate-key ca --lost");
            Files.delete(authority);
            assertRefused(database, "is not in", "rotate-key ca --lost");
            try (ConfigurableApplicationContext node =
                    start(database, "--indelible.rotating=true", "--indelible.authority-lost=true")) {
                node.getBean(AuthorityRotation.class).replaceLost(Optional.empty(), ADMIN, REASON);
            }
            try (ConfigurableApplicationContext node = start(database)) {
                account(node, "after.loss", Role.DATA_MANAGER);
                VerificationReport report = verify(node);
                assertThat(report.failures()).isEmpty();
                assertThat(report.findings())
                        .anyMatch(finding -> finding.message().contains("declared lost"));
            }
        }
    }
}
