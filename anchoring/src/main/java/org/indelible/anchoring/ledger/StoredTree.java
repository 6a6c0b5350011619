package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.NodeReader;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.tlog.TilePath;

/**
 * The nodes of a ledger's tree as stored: roots of full tiles, and leaf hashes beside the entries. It trusts both columns, so what is made
 * of it is held against a signed root.
 */
final class StoredTree implements NodeReader {
    private static final int TILE_HEIGHT = 8;

    private final Connection connection;
    private final String ledger;

    StoredTree(Connection connection, String ledger) {
        this.connection = connection;
        this.ledger = ledger;
    }

    Hash root(long size) {
        return CompactRange.of(size, this).root();
    }

    @Override
    public Hash node(int level, long index) {
        int height = level % TILE_HEIGHT;
        return fold(hashes(level / TILE_HEIGHT, index << height, 1 << height));
    }

    /** So many hashes of one level of tiles, from this one on. */
    List<Hash> hashes(int tileLevel, long first, int count) {
        try {
            List<Hash> hashes = tileLevel == 0 ? leaves(first, count) : roots(tileLevel - 1, first, count);
            if (hashes.size() != count) {
                throw new CheckpointRefusedException(
                        CheckpointRefusedException.Reason.INCONSISTENT,
                        "ledger " + ledger + " lacks " + (count - hashes.size()) + " of the hashes " + first + " to "
                                + (first + count - 1) + " of tile level " + tileLevel + "; run verify-ledger "
                                + ledger);
            }
            return hashes;
        } catch (SQLException e) {
            throw DatabaseFailure.translate(e);
        }
    }

    private List<Hash> leaves(long first, int count) throws SQLException {
        return Sql.list(
                connection,
                "select leaf_hash from ledger.entry where ledger = ? and leaf_index >= ? and leaf_index < ? order by leaf_index",
                row -> Hash.of(row.getBytes(1)),
                ledger,
                first,
                first + count);
    }

    private List<Hash> roots(int level, long first, int count) throws SQLException {
        return Sql.list(
                connection,
                "select root from ledger.tile where ledger = ? and level = ? and index >= ? and index < ? order by index",
                row -> Hash.of(row.getBytes(1)),
                ledger,
                level,
                first,
                first + count);
    }

    /** Root of a complete subtree from its hashes. */
    static Hash fold(List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = hashes.size() / 2;
        return TreeHash.node(fold(hashes.subList(0, half)), fold(hashes.subList(half, hashes.size())));
    }

    /** Number of hashes in the last, partial tile of a level at this size. */
    static int partialWidth(int tileLevel, long size) {
        return (int) ((size >>> (TILE_HEIGHT * tileLevel)) % TilePath.FULL_WIDTH);
    }
}
