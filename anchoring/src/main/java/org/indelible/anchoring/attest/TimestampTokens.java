package org.indelible.anchoring.attest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;

/** Tables {@code ledger.timestamp_token} and {@code ledger.evidence_record}. */
public final class TimestampTokens {
    private static final String TOKEN = """
        select ledger, size, authority, token, cause, stamped_at, received_at, verifiable_until
        from ledger.timestamp_token where ledger = ?
        """;

    private static final String EVIDENCE =
            "select ledger, size, authority, renewal, record, made_at, verifiable_until from ledger.evidence_record"
                    + " where ledger = ? ";

    private final Database database;

    public TimestampTokens(DataSource dataSource) {
        this.database = new Database(dataSource, AttestationStoreException::new);
    }

    void add(StoredTimestamp stamp) {
        database.update(
                """
                insert into ledger.timestamp_token
                    (ledger, size, authority, token, cause, stamped_at, received_at, verifiable_until)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                stamp.ledger(),
                stamp.size(),
                stamp.authority(),
                stamp.token(),
                stamp.cause(),
                stamp.stampedAt(),
                stamp.receivedAt(),
                stamp.verifiableUntil());
    }

    void add(StoredEvidence evidence) {
        database.update(
                """
                insert into ledger.evidence_record (ledger, size, authority, renewal, record, made_at, verifiable_until)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                evidence.ledger(),
                evidence.size(),
                evidence.authority(),
                evidence.renewal(),
                evidence.record(),
                evidence.madeAt(),
                evidence.verifiableUntil());
    }

    /** The one over the largest checkpoint. */
    public Optional<StoredTimestamp> latest(String ledger, String authority) {
        return database.first(
                TOKEN + "and authority = ? order by size desc limit 1", TimestampTokens::token, ledger, authority);
    }

    /** The earliest over at least so many entries: since when, at the latest, all of them have existed. */
    public Optional<StoredTimestamp> firstCovering(String ledger, long entries) {
        return database.first(
                TOKEN + "and size >= ? order by size, stamped_at limit 1", TimestampTokens::token, ledger, entries);
    }

    /** All over one checkpoint. */
    public List<StoredTimestamp> over(String ledger, long size) {
        return database.list(TOKEN + "and size = ? order by authority", TimestampTokens::token, ledger, size);
    }

    /** All of a ledger's checkpoints up to a size, smallest checkpoint first. */
    public List<StoredTimestamp> upTo(String ledger, long size) {
        return database.list(TOKEN + "and size <= ? order by size, authority", TimestampTokens::token, ledger, size);
    }

    /** The latest renewal of a token; empty where it was never renewed. */
    public Optional<StoredEvidence> evidence(String ledger, long size, String authority) {
        return database.first(
                EVIDENCE + "and size = ? and authority = ? order by renewal desc limit 1",
                TimestampTokens::evidence,
                ledger,
                size,
                authority);
    }

    /** Tokens that nothing verifies beyond a moment any more, neither by themselves nor by their latest renewal; oldest first. */
    List<StoredTimestamp> ending(String ledger, Instant before, int limit) {
        return database.list(TOKEN + """
            and greatest(verifiable_until, (
                select max(e.verifiable_until) from ledger.evidence_record e
                where e.ledger = timestamp_token.ledger and e.size = timestamp_token.size
                  and e.authority = timestamp_token.authority)) < ?
            order by size limit ?
            """, TimestampTokens::token, ledger, before, limit);
    }

    private static StoredTimestamp token(ResultSet row) throws SQLException {
        return new StoredTimestamp(
                row.getString("ledger"),
                row.getLong("size"),
                row.getString("authority"),
                row.getBytes("token"),
                row.getString("cause"),
                Sql.instant(row, "stamped_at"),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "verifiable_until"));
    }

    private static StoredEvidence evidence(ResultSet row) throws SQLException {
        return new StoredEvidence(
                row.getString("ledger"),
                row.getLong("size"),
                row.getString("authority"),
                row.getInt("renewal"),
                row.getBytes("record"),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "verifiable_until"));
    }
}
