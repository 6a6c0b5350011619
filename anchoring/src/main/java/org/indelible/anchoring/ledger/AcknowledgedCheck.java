package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.merkle.Hash;

/** Whether the entries this node acknowledged still stand where they stood. */
final class AcknowledgedCheck {
    private AcknowledgedCheck() {}

    /** @param leaves read before the transaction began, so that all of them must be there */
    static Optional<String> contradiction(Connection connection, String ledger, NavigableMap<Long, Hash> leaves)
            throws SQLException {
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Hash> stored = new HashMap<>();
        Sql.list(
                connection,
                "select leaf_index, leaf_hash from ledger.entry where ledger = ? and leaf_index between ? and ?",
                row -> stored.put(row.getLong("leaf_index"), Hash.of(row.getBytes("leaf_hash"))),
                ledger,
                leaves.firstKey(),
                leaves.lastKey());
        return leaves.entrySet().stream()
                .filter(leaf -> !Optional.ofNullable(stored.get(leaf.getKey()))
                        .filter(leaf.getValue()::equals)
                        .isPresent())
                .findFirst()
                .map(leaf -> "entry " + leaf.getKey() + " of ledger " + ledger
                        + (stored.containsKey(leaf.getKey())
                                ? " is another than the one that was acknowledged"
                                : " was acknowledged and is gone")
                        + ": the end of the ledger was altered, or an older state of the database was restored. Run verify-ledger "
                        + ledger + ", then restore the newest backup");
    }
}
