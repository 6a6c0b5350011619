package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.ConsistencyProof;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.tlog.EntryBundle;
import org.indelible.anchoring.tlog.EntryBundlePath;
import org.indelible.anchoring.tlog.Tile;
import org.indelible.anchoring.tlog.TilePath;
import org.indelible.anchoring.tlog.TiledTree;
import org.indelible.anchoring.tlog.TlogFormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement({"R17", "R20"})
class CheckpointServiceTest {
    @TempDir
    Path home;

    private TestDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home);
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    private void append(int count) {
        IntStream.range(0, count).forEach(i -> ledger.append("t", "s" + i % 3, TestLedger.data("" + i)));
    }

    private Hash naiveRoot(long size) {
        CompactRange range = CompactRange.EMPTY;
        for (StoredEntry entry : ledger.store().readLedger("t", 0, (int) size)) {
            range = range.append(TreeHash.leaf(entry.sealed().leafBytes()));
        }
        return range.root();
    }

    @Test
    void every_checkpoint_is_the_tree_of_the_entries_and_consistent_with_those_before() throws Exception {
        List<SignedCheckpoint> signed = new ArrayList<>();
        for (int count : new int[] {1, 2, 250, 3, 1, 255, 1}) {
            append(count);
            signed.add(ledger.checkpoints().checkpoint("t"));
        }
        JdbcTileService tiles = new JdbcTileService(database.application());

        for (SignedCheckpoint each : signed) {
            SignedNote note = SignedNote.parse(each.note().getBytes(StandardCharsets.UTF_8));
            note.verify(List.of(ledger.signer().identity().verifier("t")));
            Checkpoint checkpoint = Checkpoint.of(note);
            assertThat(checkpoint.root()).isEqualTo(naiveRoot(each.size()));
            assertThat(checkpoint.origin()).isEqualTo("test.example/log/t");
            TiledTree tree = new TiledTree(each.size(), path -> tile(tiles, path));
            assertThat(CompactRange.of(each.size(), tree).root()).isEqualTo(checkpoint.root());
            SignedCheckpoint last = signed.getLast();
            ConsistencyProof.of(each.size(), last.size(), new TiledTree(last.size(), path -> tile(tiles, path)))
                    .verify(checkpoint.root(), Hash.parse(last.root()));
        }
    }

    private static Tile tile(TileService tiles, TilePath path) {
        try {
            return Tile.parse(
                    path,
                    tiles.tile("t", path.level(), path.index(), path.width()).orElseThrow());
        } catch (TlogFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void entry_bundles_hold_the_entries_and_nothing_is_served_beyond_the_checkpoint() throws Exception {
        append(260);
        ledger.checkpoints().checkpoint("t");
        append(5);
        JdbcTileService tiles = new JdbcTileService(database.application());

        List<byte[]> last = EntryBundle.decode(
                new EntryBundlePath(1, 4), tiles.entryBundle("t", 1, 4).orElseThrow());
        assertThat(new String(last.get(3), StandardCharsets.US_ASCII))
                .isEqualTo(ledger.store().entry("t", 259).orElseThrow().sealed().compact());
        assertThat(tiles.entryBundle("t", 1, 5)).isEmpty();
        assertThat(tiles.tile("t", 0, 1, 5)).isEmpty();
        assertThat(tiles.tile("t", 1, 0, 2)).isEmpty();
        assertThat(tiles.tile("t", 1, 0, 1)).isPresent();
        assertThat(tiles.tile("none", 0, 0, 1)).isEmpty();
    }

    @Test
    void a_trial_checkpoint_is_entered_in_platform_once() {
        append(3);
        SignedCheckpoint checkpoint = ledger.checkpoints().checkpoint("t");
        ledger.checkpoints().checkpoint("t");
        ledger.checkpoints().checkpointAll();

        assertThat(ledger.store().readLedger("platform", 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.jti()).isEqualTo(CheckpointEvent.jti(checkpoint)));
        assertThat(ledger.checkpoints().latest("platform"))
                .hasValueSatisfying(latest -> assertThat(latest.size()).isEqualTo(1));
        assertThat(ledger.checkpoints().at("t", 3)).contains(checkpoint);
        assertThat(ledger.checkpoints().at("t", 2)).isEmpty();
    }

    @Test
    void a_checkpoint_is_in_the_file_before_it_is_returned() throws Exception {
        append(3);
        SignedCheckpoint checkpoint = ledger.checkpoints().checkpoint("t");

        assertThat(Files.readString(home.resolve("high-water")))
                .contains("test.example/log/t 3 " + checkpoint.root() + "\n");
    }

    @Test
    void one_that_cannot_be_recorded_is_not_shown() throws Exception {
        append(3);
        Files.createDirectory(home.resolve("high-water.new"));

        assertThatThrownBy(() -> ledger.checkpoints().checkpoint("t"))
                .isInstanceOfSatisfying(
                        CheckpointRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(CheckpointRefusedException.Reason.NOT_RECORDED));
        assertThatThrownBy(() -> ledger.checkpoints().latest("t")).isInstanceOf(CheckpointRefusedException.class);

        Files.delete(home.resolve("high-water.new"));
        assertThat(ledger.checkpoints().checkpoint("t").size()).isEqualTo(3);
    }

    @Test
    void a_database_set_back_is_refused_with_what_happened_and_the_cure() {
        append(5);
        ledger.checkpoints().checkpointAll();
        RollbackCheck check =
                new RollbackCheck(database.application(), ledger.signer().identity(), ledger.highWater());
        assertThat(check.require()).isEqualTo(RollbackCheck.Result.CONSISTENT);

        database.tamper(
                "delete from ledger.entry where ledger = 't' and leaf_index >= 3; delete from ledger.checkpoint;"
                        + "update ledger.head set size = 3 where ledger = 't'");

        assertThatThrownBy(check::require)
                .isInstanceOfSatisfying(
                        CheckpointRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(CheckpointRefusedException.Reason.ROLLED_BACK))
                .hasMessageContaining("older state of the database was restored")
                .hasMessageContaining("recover-ledger t");
        assertThatThrownBy(() -> ledger.checkpoints().checkpoint("t"))
                .isInstanceOf(CheckpointRefusedException.class)
                .hasMessageContaining("holds 3 entries, but a checkpoint over 5 was signed");
    }

    @Test
    void a_rewritten_ledger_gets_no_checkpoint() {
        append(5);
        ledger.checkpoints().checkpoint("t");
        database.tamper("update ledger.entry set leaf_hash = sha256('x') where ledger = 't' and leaf_index = 2");
        append(1);

        assertThatThrownBy(() -> ledger.checkpoints().checkpoint("t"))
                .isInstanceOf(CheckpointRefusedException.class)
                .hasMessageContaining("rewritten");
    }

    @Test
    void an_altered_new_entry_gets_no_checkpoint() {
        append(5);
        database.tamper("update ledger.entry set payload = 'x' where ledger = 't' and leaf_index = 2");

        assertThatThrownBy(() -> ledger.checkpoints().checkpoint("t"))
                .isInstanceOf(CheckpointRefusedException.class)
                .hasMessageContaining("entry 2 of ledger t");
    }

    @Test
    void without_the_file_rollback_is_not_checked() {
        append(2);
        RollbackCheck check = new RollbackCheck(
                database.application(), ledger.signer().identity(), new HighWaterFile(home.resolve("none")));

        assertThat(check.require()).isEqualTo(RollbackCheck.Result.NOT_CHECKED);
    }
}
