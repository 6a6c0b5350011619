package org.indelible.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.TreeHash;

/** Looks at the rows themselves: everything acknowledged is there once and at its place, no gap, no double, and the signed root is theirs. */
final class IndependentCheck {
    private IndependentCheck() {}

    /** @return number of entries */
    static long of(Database database, Map<Long, String> acknowledged) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.setFetchSize(1000);
            Map<Long, String> missing = new HashMap<>(acknowledged);
            Set<String> rows = new HashSet<>();
            CompactRange range = CompactRange.EMPTY;
            long signed = 0;
            String root = "";
            try (ResultSet latest = statement.executeQuery(
                    "select size, root from ledger.checkpoint where ledger = 'platform' order by size desc limit 1")) {
                if (latest.next()) {
                    signed = latest.getLong(1);
                    root = Base64.getEncoder().encodeToString(latest.getBytes(2));
                }
            }
            try (ResultSet entries = statement.executeQuery("""
                    select leaf_index, header || '.' || payload || '.' || signature, stream from ledger.entry
                    where ledger = 'platform' order by leaf_index
                    """)) {
                while (entries.next()) {
                    byte[] compact = entries.getString(2).getBytes(StandardCharsets.US_ASCII);
                    assertThat(entries.getLong(1)).as("no gap").isEqualTo(range.size());
                    missing.remove(entries.getLong(1), hash(compact));
                    if (entries.getString(3).startsWith("account:row.")) {
                        assertThat(rows.add(entries.getString(3)))
                                .as("imported once: %s", entries.getString(3))
                                .isTrue();
                    }
                    range = range.append(TreeHash.leaf(compact));
                    if (range.size() == signed) {
                        assertThat(range.root().toString()).as("signed root").isEqualTo(root);
                    }
                }
            }
            assertThat(missing)
                    .as("acknowledged and not there, of %d", acknowledged.size())
                    .isEmpty();
            assertThat(range.size()).isGreaterThanOrEqualTo(signed);
            return range.size();
        }
    }

    private static String hash(byte[] compact) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(compact));
    }
}
