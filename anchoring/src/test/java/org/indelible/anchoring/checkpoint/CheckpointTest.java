package org.indelible.anchoring.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Requirement("R05")
class CheckpointTest {
    private static final String ROOT = TreeHash.empty().toString();

    static Stream<JsonNode> publishedCases() {
        return JsonFixture.read(Fixtures.path("crypto/tlog/notes_and_checkpoint_cases.json"))
                .get("checkpoint_parse_cases")
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("publishedCases")
    void judgesTheLinesOfAnyLogAsPublished(JsonNode vector) {
        String text = vector.get("text").stringValue();
        if (vector.get("wantErr").booleanValue()) {
            assertThatThrownBy(() -> CheckpointText.parse(text)).isInstanceOf(CheckpointFormatException.class);
        } else {
            assertThatCode(() -> CheckpointText.parse(text)).doesNotThrowAnyException();
        }
    }

    /** No published case has a SHA-256 root: as a checkpoint of a log of this kind, none is accepted. */
    @ParameterizedTest
    @MethodSource("publishedCases")
    void refusesRootsThatAreNotSha256(JsonNode vector) {
        assertThatThrownBy(() -> Checkpoint.parse(vector.get("text").stringValue()))
                .isInstanceOf(CheckpointFormatException.class);
    }

    @Test
    void readsWhatItWrites() throws CheckpointFormatException {
        Checkpoint checkpoint = new Checkpoint("example.com/log", 0, TreeHash.empty());
        assertThat(checkpoint.text()).isEqualTo("example.com/log\n0\n" + ROOT + "\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        Checkpoint extended =
                new Checkpoint("example.com/log", Long.MAX_VALUE, TreeHash.empty(), List.of("one", "two"));
        assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "+1", "-0", "1 ", "", "9223372036854775808", "\u0661"})
    void refusesSizes(String size) {
        assertThatThrownBy(() -> Checkpoint.parse("example.com/log\n" + size + "\n" + ROOT + "\n"))
                .isInstanceOf(CheckpointFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "one\n\n", "one", "one\r\n"})
    void refusesExtensions(String extension) {
        assertThatThrownBy(() -> Checkpoint.parse("example.com/log\n1\n" + ROOT + "\n" + extension))
                .isInstanceOf(CheckpointFormatException.class);
    }

    @Test
    void theKeyOfAnInstallationSignsUnderEachOrigin(@TempDir Path directory) throws Exception {
        char[] password = "test only".toCharArray();
        SignedNote first = sign(CheckpointKey.open(directory, password), "example.org/a");
        CheckpointKey again = CheckpointKey.open(directory, password);
        assertThat(sign(again, "example.org/a")).isEqualTo(first);
        String vkey = again.signer("example.org/b").verifierKey().toString();
        assertThat(sign(again, "example.org/b").verify(List.of(NoteVerifier.ed25519(vkey))))
                .hasSize(1);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("checkpoint-key.p12"))))
                .isEqualTo("rw-------");
    }

    private static SignedNote sign(CheckpointKey key, String origin) {
        return SignedNote.sign(new Checkpoint(origin, 0, TreeHash.empty()).text(), key.signer(origin));
    }
}
