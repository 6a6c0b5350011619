package org.indelible.anchoring.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.tlog.TilePath;

/** What of a ledger's past anybody needs who checks it from outside: which leaf stands where, and which checkpoints were signed. */
public final class LedgerHistory {
    private final Database database;

    public LedgerHistory(DataSource dataSource) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
    }

    /**
     * Leaf hashes from the first on, one after the other, in pieces of so many tiles of 256 and a shorter one at the end.
     *
     * @param size a size that a checkpoint covers
     */
    public void leaves(String ledger, long size, int tilesPerPiece, Consumer<byte[]> piece) {
        long full = size / TilePath.FULL_WIDTH;
        for (long tile = 0; tile <= full; tile += tilesPerPiece) {
            long end = Math.min(full, tile + tilesPerPiece);
            List<byte[]> hashes = database.list(
                    "select hashes from ledger.tile where ledger = ? and level = 0 and index >= ? and index < ? order by index",
                    row -> row.getBytes(1),
                    ledger,
                    tile,
                    end);
            if (hashes.size() != end - tile) {
                throw new CheckpointRefusedException(
                        CheckpointRefusedException.Reason.INCONSISTENT,
                        "ledger " + ledger + " lacks tiles; run verify-ledger " + ledger);
            }
            List<Hash> rest = tile + tilesPerPiece > full ? tail(ledger, full * TilePath.FULL_WIDTH, size) : List.of();
            ByteBuffer bytes = ByteBuffer.allocate((hashes.size() * TilePath.FULL_WIDTH + rest.size()) * Hash.BYTES);
            hashes.forEach(bytes::put);
            rest.forEach(hash -> bytes.put(hash.bytes()));
            if (bytes.capacity() > 0) {
                piece.accept(bytes.array());
            }
        }
    }

    private List<Hash> tail(String ledger, long from, long size) {
        return from == size
                ? List.of()
                : database.withConnection(
                        connection -> new StoredTree(connection, ledger).hashes(0, from, (int) (size - from)));
    }

    /** Tree sizes of the checkpoints signed before the one of this size, ascending. */
    public List<Long> checkpointsBefore(String ledger, long size) {
        return database.list(
                "select size from ledger.checkpoint where ledger = ? and size < ? order by size",
                row -> row.getLong(1),
                ledger,
                size);
    }
}
