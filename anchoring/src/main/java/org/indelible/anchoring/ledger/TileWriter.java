package org.indelible.anchoring.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.tlog.TilePath;

/** Collects the hashes a growing tree completes, and keeps each tile as soon as it is full. */
final class TileWriter implements CompactRange.NodeListener {
    private static final int TILE_HEIGHT = 8;
    private static final int LEVELS = 7;

    private record Full(int level, long index, List<Hash> hashes) {}

    private final String ledger;
    private final List<List<Hash>> partial = new ArrayList<>();
    private final List<Full> full = new ArrayList<>();

    /** Goes on from a tree of this size. */
    TileWriter(String ledger, StoredTree tree, long size) {
        this.ledger = ledger;
        for (int level = 0; level < LEVELS; level++) {
            int width = StoredTree.partialWidth(level, size);
            long hashes = size >>> (TILE_HEIGHT * level);
            partial.add(width == 0 ? new ArrayList<>() : new ArrayList<>(tree.hashes(level, hashes - width, width)));
        }
    }

    @Override
    public void completed(int level, long index, Hash hash) {
        if (level % TILE_HEIGHT != 0 || level / TILE_HEIGHT >= LEVELS) {
            return;
        }
        List<Hash> tile = partial.get(level / TILE_HEIGHT);
        tile.add(hash);
        if (tile.size() == TilePath.FULL_WIDTH) {
            full.add(new Full(level / TILE_HEIGHT, index / TilePath.FULL_WIDTH, List.copyOf(tile)));
            tile.clear();
        }
    }

    /** Leaf hashes since the last full tile, or the last so many of them. */
    byte[] tail(long atMost) {
        List<Hash> leaves = partial.getFirst();
        int count = (int) Math.min(atMost, leaves.size());
        return bytes(leaves.subList(leaves.size() - count, leaves.size()));
    }

    /** Stores the tiles that are full by now. */
    void flush(Connection connection) throws SQLException {
        if (!full.isEmpty()) {
            Sql.update(
                    connection,
                    """
                    insert into ledger.tile (ledger, level, index, hashes, root)
                    select ?, * from unnest(?::smallint[], ?::bigint[], ?::bytea[], ?::bytea[])
                    """,
                    ledger,
                    full.stream().map(Full::level).toArray(Integer[]::new),
                    full.stream().map(Full::index).toArray(Long[]::new),
                    full.stream().map(tile -> bytes(tile.hashes())).toArray(byte[][]::new),
                    full.stream()
                            .map(tile -> StoredTree.fold(tile.hashes()).bytes())
                            .toArray(byte[][]::new));
            full.clear();
        }
    }

    private static byte[] bytes(List<Hash> hashes) {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> buffer.put(hash.bytes()));
        return buffer.array();
    }
}
