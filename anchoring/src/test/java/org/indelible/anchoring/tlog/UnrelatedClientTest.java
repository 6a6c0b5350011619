package org.indelible.anchoring.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.merkle.GrowingTree;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.GoTlogClient;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs written here, judged by Go's golang.org/x/mod. */
@Requirement("R05")
class UnrelatedClientTest {
    private static final String ORIGIN = "example.org/log";

    @TempDir
    private Path log;

    private NoteSigner signer;

    @BeforeEach
    void makeKey() throws Exception {
        signer = NoteSigner.of(ORIGIN, Ed25519Signer.ofSeed(new byte[32]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256, 777})
    void accepts(int size) throws IOException {
        write(size);
        GoTlogClient.assertAccepts(log, signer.verifierKey().toString(), size);
    }

    @Test
    void refusesAFlippedBitInATile() throws IOException {
        write(300);
        flip(TilePath.full(0, 0).toString());
        assertRefused("size 1: invalid transparency proof");
    }

    @Test
    void refusesAFlippedBitInAnEntry() throws IOException {
        write(300);
        flip(new EntryBundlePath(1, 44).toString());
        assertRefused("entry 2");
    }

    @Test
    void refusesACheckpointOfAnotherKey() throws Exception {
        write(3);
        signer = NoteSigner.of(ORIGIN, Ed25519Signer.generate(new SecureRandom()));
        assertRefused("note has no verifiable signatures");
    }

    private void assertRefused(String reason) {
        GoTlogClient.Verdict verdict =
                GoTlogClient.judge(log, signer.verifierKey().toString());
        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.output()).contains(reason);
    }

    private void write(int size) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        GrowingTree tree = new GrowingTree();
        for (int i = 0; i < size; i++) {
            byte[] entry = ("entry number " + i).getBytes(UTF_8);
            entries.add(entry);
            tree.append(entry);
        }
        TileLayout layout = new TileLayout(size);
        for (TilePath tile : layout.tilesSince(0)) {
            write(tile.toString(), Tile.of(tile, tree).toBytes());
        }
        for (EntryBundlePath bundle : layout.bundlesSince(0)) {
            int first = (int) bundle.index() * TilePath.FULL_WIDTH;
            write(bundle.toString(), EntryBundle.encode(entries.subList(first, first + bundle.width())));
        }
        Checkpoint checkpoint = new Checkpoint(ORIGIN, size, tree.range().root());
        write("checkpoint", SignedNote.sign(checkpoint.text(), signer).toBytes());
    }

    private void write(String path, byte[] content) throws IOException {
        Files.createDirectories(log.resolve(path).getParent());
        Files.write(log.resolve(path), content);
    }

    private void flip(String path) throws IOException {
        byte[] content = Files.readAllBytes(log.resolve(path));
        content[2] ^= 1;
        Files.write(log.resolve(path), content);
    }
}
