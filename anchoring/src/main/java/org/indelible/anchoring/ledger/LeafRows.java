package org.indelible.anchoring.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.TreeHash;

/** Leaves hashed from the very bytes that are stored, in bounded fetches. */
final class LeafRows {
    private static final int PAGE = 1000;

    private record Leaf(long index, Hash computed, Hash stored) {}

    private LeafRows() {}

    static void forEach(Connection connection, String ledger, long from, long to, Consumer<Hash> consumer)
            throws SQLException {
        long next = from;
        while (next < to) {
            List<Leaf> page = page(connection, ledger, next, Math.min(to, next + PAGE));
            for (Leaf leaf : page) {
                if (leaf.index() != next || !leaf.computed().equals(leaf.stored())) {
                    throw inconsistent(ledger, next);
                }
                consumer.accept(leaf.computed());
                next++;
            }
            if (page.isEmpty()) {
                throw inconsistent(ledger, next);
            }
        }
    }

    private static List<Leaf> page(Connection connection, String ledger, long from, long to) throws SQLException {
        return Sql.list(
                connection,
                """
                select leaf_index, header || '.' || payload || '.' || signature as compact, leaf_hash from ledger.entry
                where ledger = ? and leaf_index >= ? and leaf_index < ? order by leaf_index
                """,
                row -> new Leaf(
                        row.getLong("leaf_index"),
                        TreeHash.leaf(row.getString("compact").getBytes(StandardCharsets.US_ASCII)),
                        Hash.of(row.getBytes("leaf_hash"))),
                ledger,
                from,
                to);
    }

    private static CheckpointRefusedException inconsistent(String ledger, long leafIndex) {
        return new CheckpointRefusedException(
                CheckpointRefusedException.Reason.INCONSISTENT,
                "entry " + leafIndex + " of ledger " + ledger
                        + " is missing or altered; nothing is signed. Run verify-ledger " + ledger);
    }
}
