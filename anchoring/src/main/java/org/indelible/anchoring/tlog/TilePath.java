package org.indelible.anchoring.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where 256 hashes, or fewer at the right edge, of one level of the tree are served: {@code tile/<L>/<N>[.p/<W>]} (C2SP tlog-tiles).
 *
 * @param level 0 to 63; hash {@code i} of the tile is the root of {@code 256^level} leaves
 * @param width number of hashes; 256 in a full tile
 */
public record TilePath(int level, long index, int width) {
    public static final int FULL_WIDTH = TileIndex.FULL_WIDTH;
    public static final int MAX_LEVEL = 63;

    private static final Pattern FORM = Pattern.compile("tile/(0|[1-9][0-9]?)/(.+)", Pattern.DOTALL);

    public TilePath {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("a tile has a level of 0 to " + MAX_LEVEL + ", not " + level);
        }
        new TileIndex(index, width);
    }

    /** A full tile. */
    public static TilePath full(int level, long index) {
        return new TilePath(level, index, FULL_WIDTH);
    }

    public static TilePath parse(String path) throws TlogFormatException {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > MAX_LEVEL) {
            throw new TlogFormatException("a tile is at tile/<0 to 63>/<number>, not at " + path);
        }
        TileIndex tile = TileIndex.parse(matcher.group(2));
        return new TilePath(Integer.parseInt(matcher.group(1)), tile.index(), tile.width());
    }

    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    @Override
    public String toString() {
        return "tile/" + level + '/' + new TileIndex(index, width);
    }
}
