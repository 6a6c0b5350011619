package org.indelible.anchoring.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.indelible.anchoring.testing.GoTlogClient;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.tlog.EntryBundlePath;
import org.indelible.anchoring.tlog.TileLayout;
import org.indelible.anchoring.tlog.TilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger in PostgreSQL, as its tile service serves it, judged by Go's golang.org/x/mod. */
@Requirement("R05")
class LedgerUnrelatedClientTest {
    @Test
    void accepts_a_real_ledger(@TempDir Path home, @TempDir Path served) throws IOException {
        try (TestDatabase database = TestDatabase.create();
                TestLedger ledger = new TestLedger(database, home)) {
            append(ledger, 200);
            ledger.checkpoints().checkpoint("t");
            append(ledger, 400);
            SignedCheckpoint checkpoint = ledger.checkpoints().checkpoint("t");
            TileService tiles = new JdbcTileService(database.application());
            TileLayout layout = new TileLayout(checkpoint.size());
            for (TilePath path : layout.tilesSince(0)) {
                write(
                        served,
                        path.toString(),
                        tiles.tile("t", path.level(), path.index(), path.width())
                                .orElseThrow());
            }
            for (EntryBundlePath path : layout.bundlesSince(0)) {
                write(
                        served,
                        path.toString(),
                        tiles.entryBundle("t", path.index(), path.width()).orElseThrow());
            }
            Files.writeString(served.resolve("checkpoint"), checkpoint.note());

            GoTlogClient.assertAccepts(
                    served, ledger.signer().identity().verifierKey("t").toString(), 600);
        }
    }

    private static void append(TestLedger ledger, int count) {
        IntStream.range(0, count).forEach(i -> ledger.append("t", "s" + i % 3, TestLedger.data("" + i)));
    }

    private static void write(Path served, String path, byte[] content) throws IOException {
        Files.createDirectories(served.resolve(path).getParent());
        Files.write(served.resolve(path), content);
    }
}
