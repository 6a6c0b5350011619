package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.primitive.Base64Text;

/** Rows of {@code ledger.checkpoint}. */
final class CheckpointRows {
    private static final String SELECT =
            "select ledger, size, root, note, signed_at from ledger.checkpoint where ledger = ? ";

    private final LogIdentity identity;

    CheckpointRows(LogIdentity identity) {
        this.identity = identity;
    }

    Optional<SignedCheckpoint> latest(Connection connection, String ledger) throws SQLException {
        Lineage lineage = Lineage.read(connection, ledger);
        return Sql.first(connection, SELECT + "order by size desc limit 1", row -> read(row, lineage), ledger);
    }

    Optional<SignedCheckpoint> at(Connection connection, String ledger, long size) throws SQLException {
        Lineage lineage = Lineage.read(connection, ledger);
        return Sql.first(connection, SELECT + "and size = ?", row -> read(row, lineage), ledger, size);
    }

    /** The last one that was signed under a name. */
    Optional<SignedCheckpoint> last(Connection connection, LogName name) throws SQLException {
        Lineage lineage = Lineage.read(connection, name.ledger());
        return Sql.first(
                connection,
                SELECT + "and size > ? and size <= ? order by size desc limit 1",
                row -> read(row, lineage),
                name.ledger(),
                lineage.begins(name),
                lineage.endOf(name).map(Succession::survived).orElse(Long.MAX_VALUE));
    }

    /**
     * Compare-and-set on the previous checkpoint: the lock of {@link JdbcCheckpointService} makes signers take turns; should it fail, the
     * later one writes no row here instead of signing a fork.
     */
    void insert(Connection connection, SignedCheckpoint checkpoint, long previousSize, byte[] root, byte[] tail)
            throws SQLException {
        int inserted = Sql.update(
                connection,
                """
                insert into ledger.checkpoint (ledger, size, root, note, tail, signed_at)
                select ?, ?, ?, ?, ?, ?
                where ? = (select coalesce(max(size), -1) from ledger.checkpoint where ledger = ?)
                """,
                checkpoint.ledger(),
                checkpoint.size(),
                root,
                checkpoint.note(),
                tail,
                checkpoint.signedAt(),
                previousSize,
                checkpoint.ledger());
        if (inserted != 1) {
            throw new CheckpointRefusedException(
                    CheckpointRefusedException.Reason.NOT_RECORDED,
                    "another checkpoint of ledger " + checkpoint.ledger() + " was signed meanwhile; repeat");
        }
    }

    private SignedCheckpoint read(ResultSet row, Lineage lineage) throws SQLException {
        String ledger = row.getString("ledger");
        return new SignedCheckpoint(
                ledger,
                identity.origin(lineage.at(row.getLong("size")).toString()),
                row.getLong("size"),
                Base64Text.STANDARD.encode(row.getBytes("root")),
                row.getString("note"),
                Sql.instant(row, "signed_at"));
    }
}
