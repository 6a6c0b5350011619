package org.indelible.anchoring.evidence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.indelible.anchoring.checkpoint.CosignatureSigner;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as it is called: arguments, exit codes, what it prints. */
@Requirement({"R39", "R65"})
class MainTest {
    private static final TestHistory.Keys KEYS = new TestHistory.Keys();
    private static final CosignatureSigner WITNESS = witness("regulator.example/w1");
    private static final CosignatureSigner OTHER = witness("site.example/w2");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static CosignatureSigner witness(String name) {
        return new CosignatureSigner(name, Ed25519Signer.generate(new SecureRandom()));
    }

    private int run(Object... words) {
        out.reset();
        err.reset();
        return Main.run(
                Arrays.stream(words).map(Object::toString).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path good() {
        TestHistory history = TestHistory.of(KEYS, 12);
        history.witnesses.add(WITNESS);
        return history.write(directory.resolve("good.zip"));
    }

    private Path policy(String quorum) throws IOException {
        return Files.writeString(
                directory.resolve("policy"),
                "log " + KEYS.identity().verifierKey("platform") + "\nwitness w1 " + WITNESS.verifierKey()
                        + "\nwitness w2 " + OTHER.verifierKey() + "\ngroup both all w1 w2\nquorum " + quorum + "\n");
    }

    @Test
    void a_good_bundle_passes_and_says_what_was_not_checked() {
        assertThat(run(good())).isZero();
        assertThat(printed())
                .contains("Evidence of trial t")
                .contains("Passed      Each record bears the seal of its author")
                .contains("Not checked The log is the one you trust")
                .contains("Result: PASSED.");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("checking entries")
                .contains("100 %");
    }

    @Test
    void findings_are_told_as_json() {
        assertThat(run(good(), "--json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(printed());
        assertThat(json.path("result").asString()).isEqualTo("passed");
        assertThat(json.path("entries").asInt()).isEqualTo(12);
        assertThat(json.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("check").asString()))
                .contains("seal", "tree", "disclosure", "checkpoint", "log-key");
    }

    @Test
    void a_bad_bundle_fails() {
        TestHistory history = TestHistory.of(KEYS, 12);
        history.leaves = java.util.Optional.of(TestHistory.leavesOf(history.trial));
        history.trial.remove(5);
        assertThat(run(history.write(directory.resolve("bad.zip")))).isEqualTo(1);
        assertThat(printed())
                .contains("FAILED")
                .contains("entry 5: it is missing")
                .contains("Result: FAILED.");
    }

    @Test
    void a_policy_that_is_met_passes() throws IOException {
        assertThat(run(good(), "--policy", policy("w1"))).isZero();
        assertThat(printed())
                .contains("Passed      The log is the one you trust")
                .contains("Passed      Independent witnesses have seen the history")
                .contains("seen by w1 at ");
    }

    @Test
    void a_policy_that_is_not_met_is_not_a_pass() throws IOException {
        assertThat(run(good(), "--policy", policy("both"))).isEqualTo(2);
        assertThat(printed()).contains("demands 2 of (w1, w2)").contains("Result: NOT CHECKED.");
    }

    @Test
    void a_log_under_another_key_than_the_policy_knows_fails() throws IOException {
        Path bundle = TestHistory.of(new TestHistory.Keys(), 3).write(directory.resolve("other.zip"));
        assertThat(run(bundle, "--policy", policy("none"))).isEqualTo(1);
        assertThat(printed()).contains("this bundle is signed with");
    }

    @Test
    void a_checkpoint_kept_from_before_is_held_against_the_bundle() throws IOException {
        TestHistory history = TestHistory.of(KEYS, 12);
        Path kept = Files.write(directory.resolve("kept"), history.checkpoint(7).toBytes());
        Path bundle = history.write(directory.resolve("good.zip"));
        assertThat(run(bundle, "--checkpoint", kept)).isZero();
        assertThat(printed()).contains("Passed      The history was not rewritten since you last looked");
        assertThat(run(good(), "--checkpoint", kept)).isEqualTo(1);
        assertThat(printed()).contains("the history was rewritten");
    }

    @Test
    void what_means_nothing_is_a_matter_of_usage() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "no note");
        for (List<Object> words : List.<List<Object>>of(
                List.of(),
                List.of("--what", good()),
                List.of(good(), good()),
                List.of(good(), "--policy"),
                List.of(good(), "--checkpoint", text),
                List.of(good(), "--policy", text),
                List.of(directory.resolve("absent.zip")))) {
            assertThat(run(words.toArray())).as("%s", words).isEqualTo(64);
            assertThat(err.toString(StandardCharsets.UTF_8)).isNotEmpty();
        }
    }
}
