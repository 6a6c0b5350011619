package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.primitive.Base64Text;

/** Where an entry turned out to stand, looked up because the answer that said so was lost. */
record StoredPlace(long position, long leafIndex) {
    /** By {@code jti}; without those that are not stored. */
    static Map<String, StoredPlace> of(Connection connection, Stream<PreparedEntry> entries) throws SQLException {
        Map<String, StoredPlace> places = new HashMap<>();
        Sql.list(
                connection,
                "select jti, position, leaf_index from ledger.entry where jti = any (?)",
                row -> places.put(
                        row.getString("jti"), new StoredPlace(row.getLong("position"), row.getLong("leaf_index"))),
                (Object) entries.map(entry -> entry.claims().jti()).toArray(String[]::new));
        return places;
    }

    static AppendReceipt receipt(PendingCommand command, Map<String, StoredPlace> places) {
        List<AppendedEntry> entries = command.entries().stream()
                .map(entry -> placed(
                        entry, Objects.requireNonNull(places.get(entry.claims().jti()))))
                .toList();
        return new AppendReceipt(entries.getFirst().position(), entries);
    }

    private static AppendedEntry placed(PreparedEntry entry, StoredPlace place) {
        return new AppendedEntry(
                entry.claims().ledger(),
                place.leafIndex(),
                place.position(),
                entry.entryHash(),
                Base64Text.URL.encode(entry.leafHash()));
    }
}
