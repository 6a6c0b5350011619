package org.indelible.anchoring.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.ConsistencyProof;
import org.indelible.anchoring.merkle.GrowingTree;
import org.indelible.anchoring.merkle.InclusionProof;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The complete log that transparency-dev/tessera publishes, read and made again. */
@Requirement("R05")
class TesseraLogTest {
    private static final int SIZE = 15;
    private static final String SKEY =
            "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg";

    private final Path log = Fixtures.path("crypto/tlog/tessera-log");
    private final JsonNode vectors = JsonFixture.read(Fixtures.path("crypto/tlog/tessera_checkpoints.json"));

    static IntStream sizes() {
        return IntStream.rangeClosed(0, SIZE);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyCheckpointIsSignedAndHasTheRootOfItsTree(int size) throws Exception {
        byte[] published = Files.readAllBytes(log.resolve("checkpoint." + size));
        SignedNote note = SignedNote.parse(published);
        note.verify(List.of(NoteVerifier.ed25519(vectors.get("vkey").stringValue())));
        Checkpoint checkpoint = Checkpoint.of(note);
        assertThat(checkpoint.size()).isEqualTo(size);
        assertThat(checkpoint.root()).isEqualTo(grow(size).range().root());
        assertThat(new String(published, UTF_8))
                .isEqualTo(vectors.get("checkpoints").get(size).stringValue())
                .isEqualTo(SignedNote.sign(checkpoint.text(), NoteSigner.parse(SKEY))
                        .toString());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyTileAndBundleIsTheOnePublished(int size) throws IOException {
        if (size == 0) {
            assertThat(new TileLayout(0).tilesSince(0)).isEmpty();
            return;
        }
        TilePath tile = new TilePath(0, 0, size);
        assertThat(new TileLayout(size).tilesSince(0)).containsExactly(tile);
        assertThat(Tile.of(tile, grow(size)).toBytes()).isEqualTo(Files.readAllBytes(log.resolve(tile.toString())));
        EntryBundlePath bundle = new EntryBundlePath(0, size);
        assertThat(EntryBundle.encode(entries(size))).isEqualTo(Files.readAllBytes(log.resolve(bundle.toString())));
    }

    @Test
    void allProofsComeOutOfThePublishedTiles() throws Exception {
        TiledTree tiles = new TiledTree(SIZE, this::published);
        assertThat(CompactRange.of(SIZE, tiles)).isEqualTo(grow(SIZE).range());
        EntryBundlePath path = new EntryBundlePath(0, SIZE);
        List<byte[]> entries = EntryBundle.decode(path, Files.readAllBytes(log.resolve(path.toString())));
        for (int i = 0; i < SIZE; i++) {
            InclusionProof.of(i, SIZE, tiles)
                    .verify(TreeHash.leaf(entries.get(i)), grow(SIZE).range().root());
            ConsistencyProof.of(i + 1, SIZE, tiles)
                    .verify(grow(i + 1).range().root(), grow(SIZE).range().root());
        }
    }

    private Tile published(TilePath path) {
        try {
            return Tile.parse(path, Files.readAllBytes(log.resolve(path.toString())));
        } catch (IOException | TlogFormatException e) {
            throw new AssertionError(e);
        }
    }

    private List<byte[]> entries(int size) {
        return vectors.get("leaves_utf8")
                .valueStream()
                .limit(size)
                .map(leaf -> leaf.stringValue().getBytes(UTF_8))
                .toList();
    }

    private GrowingTree grow(int size) {
        GrowingTree tree = new GrowingTree();
        entries(size).forEach(tree::append);
        return tree;
    }
}
