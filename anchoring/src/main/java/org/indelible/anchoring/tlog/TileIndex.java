package org.indelible.anchoring.tlog;

import java.util.regex.Pattern;

/**
 * The end of a tile path: {@code <N>[.p/<W>]} (C2SP tlog-tiles). N is written in groups of three digits, all but the last with an
 * {@code x} before them.
 *
 * @param width number of hashes or entries; {@link #FULL_WIDTH} in a full tile
 */
record TileIndex(long index, int width) {
    static final int FULL_WIDTH = 256;

    private static final Pattern FORM = Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final long LIMIT = 1_000_000_000_000_000_000L;

    TileIndex {
        if (index < 0 || index >= LIMIT || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("no tile has number " + index + " and width " + width);
        }
    }

    static TileIndex parse(String path) throws TlogFormatException {
        var matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            throw new TlogFormatException("a tile is numbered <groups of three digits>[.p/<width>], not " + path);
        }
        long index = Long.parseLong(matcher.group(1).replace("x", "").replace("/", ""));
        int width = matcher.group(2) == null ? FULL_WIDTH : Integer.parseInt(matcher.group(2));
        if (width > FULL_WIDTH) {
            throw new TlogFormatException("a partial tile has a width of 1 to 255, not " + width);
        }
        TileIndex tile = new TileIndex(index, width);
        if (!tile.toString().equals(path)) {
            throw new TlogFormatException("the path of this tile is " + tile + ", not " + path);
        }
        return tile;
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(String.format("%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        return width == FULL_WIDTH ? path.toString() : path + ".p/" + width;
    }
}
