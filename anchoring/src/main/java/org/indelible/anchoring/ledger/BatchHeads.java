package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.jdbc.Sql.Statement;
import org.indelible.anchoring.primitive.Base64Text;
import org.jspecify.annotations.Nullable;

/** Where the log, its ledgers and the streams of one batch stand, as read under the appenders' lock, or believed, and then counted on. */
final class BatchHeads {
    record StreamHead(String ledger, long seq, String entryHash) {}

    record LedgerHead(long size, Instant iatHigh) {}

    private record Taken(String stream, long seq) {}

    private long firstPosition;
    private final Map<String, LedgerHead> ledgers = new HashMap<>();
    private final Map<String, StreamHead> streams = new HashMap<>();
    private final Set<Taken> taken = new HashSet<>();
    private final Set<String> jtis = new HashSet<>();
    private final Set<String> erasedKeys = new HashSet<>();

    private BatchHeads() {}

    static BatchHeads read(Connection connection, List<PreparedEntry> entries, StreamRule rule) throws SQLException {
        BatchHeads heads = new BatchHeads();
        List<Statement> statements = new ArrayList<>(List.of(
                heads.readPosition(), heads.readJtis(entries), heads.readLedgers(entries), heads.readStreams(entries)));
        if (entries.stream().anyMatch(entry -> !entry.encrypted().isEmpty())) {
            statements.add(heads.readErasedKeys(entries));
        }
        if (rule == StreamRule.UNIQUE) {
            statements.add(heads.readTaken(entries));
        }
        Sql.together(connection, statements);
        return heads;
    }

    /**
     * How things must stand for the entries to go in one after the other, as far as that can be told from them; positions and leaf indexes
     * are counted from 0.
     */
    static BatchHeads believed(List<PreparedEntry> entries) {
        BatchHeads heads = new BatchHeads();
        for (PreparedEntry entry : entries) {
            EntryClaims claims = entry.claims();
            if (claims.seq() > 0 && claims.prev().isPresent() && !heads.streams.containsKey(claims.stream())) {
                heads.streams.put(
                        claims.stream(),
                        new StreamHead(
                                claims.ledger(), claims.seq() - 1, claims.prev().get()));
            }
        }
        return heads;
    }

    private Statement readPosition() {
        return Statement.query("select next_position from ledger.log_head", row -> firstPosition = row.getLong(1));
    }

    private Statement readJtis(List<PreparedEntry> entries) {
        return Statement.query(
                "select jti from ledger.entry where jti = any (?)", row -> jtis.add(row.getString(1)), (Object)
                        texts(entries, e -> e.claims().jti()));
    }

    private Statement readErasedKeys(List<PreparedEntry> entries) {
        return Statement.query(
                "select key_ref from ledger.erased_key where key_ref = any (?)",
                row -> erasedKeys.add(row.getString(1)),
                (Object) entries.stream()
                        .flatMap(entry -> entry.encrypted().stream())
                        .map(EncryptedDisclosure::keyRef)
                        .distinct()
                        .toArray(String[]::new));
    }

    private Statement readLedgers(List<PreparedEntry> entries) {
        return Statement.query(
                "select ledger, size, iat_high from ledger.head where ledger = any (?)",
                row -> ledgers.put(
                        row.getString("ledger"), new LedgerHead(row.getLong("size"), Sql.instant(row, "iat_high"))),
                (Object) texts(entries, e -> e.claims().ledger()));
    }

    private Statement readStreams(List<PreparedEntry> entries) {
        return Statement.query(
                """
                select s.stream, e.ledger, e.seq, e.entry_hash
                from unnest(?::text[]) s (stream)
                cross join lateral (
                    select ledger, seq, entry_hash from ledger.entry
                    where stream = s.stream order by seq desc limit 1) e
                """,
                row -> streams.put(
                        row.getString("stream"),
                        new StreamHead(
                                row.getString("ledger"),
                                row.getLong("seq"),
                                Base64Text.URL.encode(row.getBytes("entry_hash")))),
                (Object) texts(entries, e -> e.claims().stream()));
    }

    private Statement readTaken(List<PreparedEntry> entries) {
        return Statement.query(
                """
                select stream, seq from ledger.entry
                where (stream, seq) in (select * from unnest(?::text[], ?::bigint[]))
                """,
                row -> taken.add(new Taken(row.getString("stream"), row.getLong("seq"))),
                entries.stream().map(e -> e.claims().stream()).toArray(String[]::new),
                entries.stream().map(e -> e.claims().seq()).toArray(Long[]::new));
    }

    private static String[] texts(List<PreparedEntry> entries, Function<PreparedEntry, String> column) {
        return entries.stream().map(column).distinct().toArray(String[]::new);
    }

    long firstPosition() {
        return firstPosition;
    }

    LedgerHead ledger(String ledger) {
        return ledgers.getOrDefault(ledger, new LedgerHead(0, Instant.EPOCH));
    }

    @Nullable
    StreamHead stream(String stream) {
        return streams.get(stream);
    }

    boolean isStored(String jti) {
        return jtis.contains(jti);
    }

    boolean isTaken(String stream, long seq) {
        return taken.contains(new Taken(stream, seq));
    }

    boolean isErased(Collection<EncryptedDisclosure> disclosures) {
        return disclosures.stream().anyMatch(disclosure -> erasedKeys.contains(disclosure.keyRef()));
    }

    /** Counts on a winner's entry as if it were stored. */
    void add(PreparedEntry entry) {
        streams.put(
                entry.claims().stream(),
                new StreamHead(entry.claims().ledger(), entry.claims().seq(), entry.entryHash()));
        taken.add(new Taken(entry.claims().stream(), entry.claims().seq()));
        jtis.add(entry.claims().jti());
    }
}
