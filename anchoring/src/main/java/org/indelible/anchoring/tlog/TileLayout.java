package org.indelible.anchoring.tlog;

import java.util.ArrayList;
import java.util.List;

/** Which tiles a log of a given size has (C2SP tlog-tiles, "Partial tiles"). */
public record TileLayout(long size) {
    public TileLayout {
        if (size < 0) {
            throw new IllegalArgumentException("the size of a log is not negative: " + size);
        }
    }

    /** Number of full tiles at a level. */
    public long fullTiles(int level) {
        return hashes(level) / TilePath.FULL_WIDTH;
    }

    /** Width of the partial tile at a level, 0 where there is none. */
    public int partialWidth(int level) {
        return (int) (hashes(level) % TilePath.FULL_WIDTH);
    }

    /** The tile that holds this hash of this level, full or as wide as the log allows. */
    public TilePath containing(int level, long hash) {
        if (hash < 0 || hash >= hashes(level)) {
            throw new IllegalArgumentException("no hash " + hash + " at level " + level + " of a log of size " + size);
        }
        long index = hash / TilePath.FULL_WIDTH;
        return index < fullTiles(level) ? TilePath.full(level, index) : new TilePath(level, index, partialWidth(level));
    }

    /** Tiles of this log that one of a smaller size did not have yet, level by level. */
    public List<TilePath> tilesSince(long oldSize) {
        List<TilePath> tiles = new ArrayList<>();
        TileLayout old = new TileLayout(oldSize);
        for (int level = 0; hashes(level) > 0; level++) {
            for (long index = old.fullTiles(level); index < fullTiles(level); index++) {
                tiles.add(TilePath.full(level, index));
            }
            if (partialWidth(level) > 0 && hashes(level) > old.hashes(level)) {
                tiles.add(new TilePath(level, fullTiles(level), partialWidth(level)));
            }
        }
        return tiles;
    }

    /** Entry bundles of this log that one of a smaller size did not have yet. */
    public List<EntryBundlePath> bundlesSince(long oldSize) {
        return tilesSince(oldSize).stream()
                .filter(tile -> tile.level() == 0)
                .map(tile -> new EntryBundlePath(tile.index(), tile.width()))
                .toList();
    }

    private long hashes(int level) {
        int shift = level * Tile.HEIGHT;
        return shift >= Long.SIZE ? 0 : size >>> shift;
    }
}
