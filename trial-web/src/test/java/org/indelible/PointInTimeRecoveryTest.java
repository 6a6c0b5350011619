package org.indelible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.Erasure;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Commands;
import org.indelible.security.Passwords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** An external PostgreSQL that archives its write-ahead log comes back to its end, or to an earlier point, which does not go unnoticed. */
class PointInTimeRecoveryTest {
    @TempDir
    Path directory;

    private ConfigurableApplicationContext start(DebianPostgres server) {
        return new SpringApplicationBuilder(IndelibleApplication.class)
                .run(Stream.of(
                                "db.url=" + server.url("indelible").replaceFirst("\\?.*", ""),
                                "db.user=app",
                                "db.password=x",
                                "db.migration.user=owner",
                                "db.migration.password=x",
                                "demo=false",
                                "home=" + directory.resolve("home"))
                        .map(setting -> "--indelible." + setting)
                        .flatMap(setting -> Stream.of(setting, "--server.port=0"))
                        .distinct()
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

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The name in the first entry of an account is IDENTITY, under a key of its own. */
    private static void erase(ConfigurableApplicationContext node, String account) {
        LedgerStore ledgers = node.getBean(LedgerStore.class);
        String order = ledgers.entry("platform", 0).orElseThrow().entryHash();
        new Erasure(node.getBean(DataSource.class), node.getBean(KeyVault.class))
                .eraseParticipant(order, "platform", account);
    }

    @Test
    @Requirement({"R16", "R64"})
    void toTheEndWithTheSameRootAndToAnEarlierPointRefused() throws Exception {
        Optional<Path> programs = DebianPostgres.programs();
        assumeTrue(
                programs.isPresent() || Boolean.getBoolean("indelible.postgresql.required"),
                "there is no PostgreSQL of the operating system here");
        DebianPostgres server = DebianPostgres.create(programs.orElseThrow(), directory, freePort());
        try {
            server.execute("postgres", "create role owner login password 'x'; create role app login password 'x'");
            server.execute("postgres", "create database indelible owner owner");
            Path base = directory.resolve("base");
            String root;
            String erased;
            try (ConfigurableApplicationContext node = start(server)) {
                create(node, "before.base");
                server.baseBackup(base);
                create(node, "after.base");
                root(node);
                server.execute("postgres", "select pg_create_restore_point('noon')");
                create(node, "after.noon");
                server.execute("indelible", "create table kept as select * from vault.data_key");
                erase(node, "after.base");
                root = root(node);
                erased = server.ask("indelible", "select count(*) from ledger.erased_key");
            }
            server.execute("postgres", "select pg_switch_wal()");
            server.stop();

            server.recover(base, Optional.empty());
            // As if the vault had been restored from a backup of before the erasure.
            server.execute(
                    "indelible",
                    "delete from vault.destroyed_key; insert into vault.data_key select * from kept on conflict do nothing");
            try (ConfigurableApplicationContext node = start(server)) {
                assertThat(root(node)).isEqualTo(root);
                assertThat(
                                server.ask(
                                        "indelible",
                                        "select count(*) from vault.data_key where ref in (select key_ref from ledger.erased_key)"))
                        .as("of %s erased keys, after the start", erased)
                        .isEqualTo("0");
                assertThat(node.getBean(LedgerVerifier.class)
                                .verifyAll((ledger, done, total) -> {})
                                .failures())
                        .isEmpty();
            }
            server.stop();

            server.recover(base, Optional.of("noon"));
            assertThatThrownBy(() -> start(server).close())
                    .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                            .hasMessageContaining("an older state of the database was restored"));
        } finally {
            server.stop();
        }
    }
}
