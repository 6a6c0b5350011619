package org.indelible.anchoring.attest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;

/** Table {@code ledger.cosignature}. */
public final class Cosignatures {
    private static final String SELECT =
            "select ledger, size, witness, line, cosigned_at, received_at from ledger.cosignature where ledger = ? ";

    private final Database database;

    public Cosignatures(DataSource dataSource) {
        this.database = new Database(dataSource, AttestationStoreException::new);
    }

    /** Keeps the first of a witness over a checkpoint. */
    void add(StoredCosignature cosignature) {
        database.update(
                """
                insert into ledger.cosignature (ledger, size, witness, line, cosigned_at, received_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                cosignature.ledger(),
                cosignature.size(),
                cosignature.witness(),
                cosignature.line(),
                cosignature.cosignedAt(),
                cosignature.receivedAt());
    }

    /** The largest of a ledger by this witness. */
    public Optional<StoredCosignature> latest(String ledger, String witness) {
        return database.first(
                SELECT + "and witness = ? order by size desc limit 1", Cosignatures::read, ledger, witness);
    }

    /** The smallest by this witness over at least so many entries: since when it vouches for all of them. */
    public Optional<StoredCosignature> firstCovering(String ledger, String witness, long entries) {
        return database.first(
                SELECT + "and witness = ? and size >= ? order by size limit 1",
                Cosignatures::read,
                ledger,
                witness,
                entries);
    }

    /** All over one checkpoint. */
    public List<StoredCosignature> of(String ledger, long size) {
        return database.list(SELECT + "and size = ? order by cosigned_at, witness", Cosignatures::read, ledger, size);
    }

    /** All of a ledger's checkpoints up to a size, smallest checkpoint first. */
    public List<StoredCosignature> upTo(String ledger, long size) {
        return database.list(SELECT + "and size <= ? order by size, witness", Cosignatures::read, ledger, size);
    }

    /** Sizes with any cosignature, largest first. */
    List<Long> sizes(String ledger, int limit) {
        return database.list(
                "select distinct size from ledger.cosignature where ledger = ? order by size desc limit ?",
                row -> row.getLong(1),
                ledger,
                limit);
    }

    /** When the first checkpoint over more than so many entries was signed: since when something waits. */
    Optional<Instant> firstCheckpointAfter(String ledger, long size) {
        return database.first(
                "select signed_at from ledger.checkpoint where ledger = ? and size > ? order by size limit 1",
                row -> Sql.instant(row, "signed_at"),
                ledger,
                size);
    }

    private static StoredCosignature read(ResultSet row) throws SQLException {
        return new StoredCosignature(
                row.getString("ledger"),
                row.getLong("size"),
                row.getString("witness"),
                row.getString("line"),
                Sql.instant(row, "cosigned_at"),
                Sql.instant(row, "received_at"));
    }
}
