package org.indelible.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.indelible.ExternalPostgres;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Two applications on one database, under load, importing the same rows; one of them is killed twice. {@code -Dindelible.faults.seconds}
 * says how long.
 */
class TwoNodesTest {
    private static final Duration LOAD = Duration.ofSeconds(Long.getLong("indelible.faults.seconds", 3));

    @TempDir
    Path directory;

    @Test
    @Requirement({"R16", "R19"})
    void oneLedgerWithoutForkGapOrDoubledRow() throws Exception {
        try (ExternalPostgres external = new ExternalPostgres()) {
            Subject one = new Subject(directory.resolve("one"), directory.resolve("one-control"), external.settings())
                    .start();
            FileSystemUtils.copyRecursively(
                    one.home().resolve("keystore"),
                    Files.createDirectories(directory.resolve("two")).resolve("keystore"));
            Subject other = new Subject(directory.resolve("two"), directory.resolve("two-control"), external.settings())
                    .start();
            for (int kill = 0; kill < 2; kill++) {
                load();
                other.kill();
                other.start();
            }
            load();
            one.awaitMore(1);
            other.awaitMore(1);
            one.stop();
            other.stop();
            Map<Long, String> acknowledged = new HashMap<>(one.acknowledged());
            other.acknowledged()
                    .forEach((leaf, hash) -> assertThat(acknowledged.put(leaf, hash))
                            .as("leaf %d acknowledged by both", leaf)
                            .isNull());
            long entries = IndependentCheck.of(database(external), acknowledged);
            System.out.printf(
                    "two nodes, %s: %,d acknowledged by one, %,d by the other, killed twice; %,d entries%n",
                    LOAD.multipliedBy(3),
                    one.acknowledged().size(),
                    other.acknowledged().size(),
                    entries);
            assertThat(one.verify()).as("verify-ledger all").isNotEqualTo(1).isNotEqualTo(70);
        }
    }

    private static void load() {
        Awaitility.await().atMost(LOAD.plusMinutes(1)).pollDelay(LOAD).until(() -> true);
    }

    private static Database database(ExternalPostgres external) {
        Map<String, String> settings = new HashMap<>();
        Arrays.stream(external.settings()).forEach(setting -> {
            String[] parts = setting.substring(2).split("=", 2);
            settings.put(parts[0], parts[1]);
        });
        return new Database(
                settings.getOrDefault("indelible.db.url", ""),
                settings.getOrDefault("indelible.db.migration.user", ""),
                settings.getOrDefault("indelible.db.migration.password", ""));
    }
}
