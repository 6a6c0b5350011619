package org.indelible.anchoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.indelible.anchoring.testing.GoTlogClient;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second verifier in another language, written from {@code docs/EVIDENCE-FORMAT.md} in fewer than 200 lines, accepts and refuses what ours does. */
@Requirement({"R39", "R65", "R66"})
class SecondVerifierTest {
    private static final TestHistory.Keys KEYS = new TestHistory.Keys();
    private static final String SOURCE = "secondverifier.go";

    @TempDir
    Path directory;

    private String judge(TestHistory history) {
        return GoTlogClient.run(
                        SecondVerifierTest.class,
                        SOURCE,
                        history.write(directory.resolve("bundle.zip")).toString())
                .output();
    }

    @Test
    void it_has_fewer_than_200_lines() throws Exception {
        try (var source = Objects.requireNonNull(SecondVerifierTest.class.getResourceAsStream(SOURCE))) {
            assertThat(new String(source.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .count())
                    .isLessThan(200);
        }
    }

    @Test
    void it_accepts_a_good_bundle() {
        assertThat(judge(TestHistory.of(KEYS, 1100))).contains("accepted t: 1100 entries under a checkpoint of 1100");
    }

    @Test
    void it_refuses_bad_ones() throws Exception {
        TestHistory dropped = TestHistory.of(KEYS, 10);
        dropped.leaves = Optional.of(TestHistory.leavesOf(dropped.trial));
        dropped.trial.remove(7);
        assertThat(judge(dropped)).contains("refused: entries are missing");
        TestHistory replayed = TestHistory.of(KEYS, 3);
        replayed.add("another", "x", KEYS.person(), Duration.ofMillis(5));
        assertThat(judge(replayed)).contains("refused: entry 3 was not sealed for this ledger");
        byte[] flipped = TestHistory.of(KEYS, 10).toBytes();
        flipped[flipped.length / 2] ^= 1;
        Path damaged = Files.write(directory.resolve("damaged.zip"), flipped);
        assertThat(GoTlogClient.run(SecondVerifierTest.class, SOURCE, damaged.toString())
                        .accepted())
                .isFalse();
    }
}
