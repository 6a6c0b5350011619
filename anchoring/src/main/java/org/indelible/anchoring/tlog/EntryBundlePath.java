package org.indelible.anchoring.tlog;

/**
 * Where the entries under one tile of level 0 are served: {@code tile/entries/<N>[.p/<W>]} (C2SP tlog-tiles).
 *
 * @param width number of entries; 256 in a full bundle
 */
public record EntryBundlePath(long index, int width) {
    private static final String PREFIX = "tile/entries/";

    public EntryBundlePath {
        new TileIndex(index, width);
    }

    /** The bundle that holds this entry in a log of this size. */
    public static EntryBundlePath containing(long entry, long size) {
        if (entry < 0 || entry >= size) {
            throw new IllegalArgumentException("entry " + entry + " is not in a log of size " + size);
        }
        long index = entry / TileIndex.FULL_WIDTH;
        return new EntryBundlePath(index, (int) Math.min(size - index * TileIndex.FULL_WIDTH, TileIndex.FULL_WIDTH));
    }

    public static EntryBundlePath parse(String path) throws TlogFormatException {
        if (!path.startsWith(PREFIX)) {
            throw new TlogFormatException("an entry bundle is at tile/entries/<number>, not at " + path);
        }
        TileIndex tile = TileIndex.parse(path.substring(PREFIX.length()));
        return new EntryBundlePath(tile.index(), tile.width());
    }

    public boolean isFull() {
        return width == TileIndex.FULL_WIDTH;
    }

    @Override
    public String toString() {
        return PREFIX + new TileIndex(index, width);
    }
}
