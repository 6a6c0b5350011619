package org.indelible.anchoring.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.NodeReader;
import org.indelible.anchoring.merkle.TreeHash;

/** The hashes of a tile, one after the other (C2SP tlog-tiles, "Merkle tree"). */
public record Tile(TilePath path, List<Hash> hashes) {
    /** Levels of the tree that one tile spans. */
    static final int HEIGHT = 8;

    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.size() != path.width()) {
            throw new IllegalArgumentException(path + " has " + path.width() + " hashes, not " + hashes.size());
        }
    }

    /** Takes the tile out of a stored tree. */
    public static Tile of(TilePath path, NodeReader nodes) {
        List<Hash> hashes = new ArrayList<>(path.width());
        for (int i = 0; i < path.width(); i++) {
            hashes.add(nodes.node(path.level() * HEIGHT, path.index() * TilePath.FULL_WIDTH + i));
        }
        return new Tile(path, hashes);
    }

    public static Tile parse(TilePath path, byte[] bytes) throws TlogFormatException {
        if (bytes.length != path.width() * Hash.BYTES) {
            throw new TlogFormatException(path + " has " + path.width() * Hash.BYTES + " bytes, not " + bytes.length);
        }
        List<Hash> hashes = new ArrayList<>(path.width());
        for (int offset = 0; offset < bytes.length; offset += Hash.BYTES) {
            hashes.add(Hash.at(bytes, offset));
        }
        return new Tile(path, hashes);
    }

    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> buffer.put(hash.bytes()));
        return buffer.array();
    }

    /** Root of the complete subtree of {@code 2^height} hashes of this tile that starts at {@code start}. */
    Hash subtree(int start, int height) {
        if (height == 0) {
            return hashes.get(start);
        }
        return TreeHash.node(subtree(start, height - 1), subtree(start + (1 << (height - 1)), height - 1));
    }
}
