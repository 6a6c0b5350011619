package org.indelible.anchoring.attest;

import org.indelible.anchoring.ledger.TileService;
import org.indelible.anchoring.merkle.NodeReader;
import org.indelible.anchoring.tlog.Tile;
import org.indelible.anchoring.tlog.TilePath;
import org.indelible.anchoring.tlog.TiledTree;
import org.indelible.anchoring.tlog.TlogFormatException;

/** The stored tree under a checkpoint. */
final class CheckpointTree {
    private CheckpointTree() {}

    static NodeReader of(TileService tiles, String ledger, long size) {
        return new TiledTree(size, path -> read(tiles, ledger, path));
    }

    private static Tile read(TileService tiles, String ledger, TilePath path) {
        byte[] bytes = tiles.tile(ledger, path.level(), path.index(), path.width())
                .orElseThrow(() -> new IllegalStateException(path + " of ledger " + ledger + " is missing"));
        try {
            return Tile.parse(path, bytes);
        } catch (TlogFormatException e) {
            throw new IllegalStateException(path + " of ledger " + ledger + ": " + e.getMessage(), e);
        }
    }
}
