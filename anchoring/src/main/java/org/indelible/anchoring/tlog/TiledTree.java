package org.indelible.anchoring.tlog;

import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.NodeReader;

/** The nodes of a tree that is stored as tiles. */
public final class TiledTree implements NodeReader {

    /** Where the tiles are. */
    @FunctionalInterface
    public interface TileReader {
        Tile read(TilePath path);
    }

    private final TileLayout layout;
    private final TileReader tiles;

    public TiledTree(long size, TileReader tiles) {
        this.layout = new TileLayout(size);
        this.tiles = tiles;
    }

    @Override
    public Hash node(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int height = level % Tile.HEIGHT;
        long first = index << height;
        Tile tile = tiles.read(layout.containing(tileLevel, first));
        return tile.subtree((int) (first % TilePath.FULL_WIDTH), height);
    }
}
