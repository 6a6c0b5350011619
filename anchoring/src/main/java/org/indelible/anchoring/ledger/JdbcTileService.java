package org.indelible.anchoring.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.tlog.EntryBundle;
import org.indelible.anchoring.tlog.TilePath;

/** Serves full tiles as stored and partial ones from the entries, up to what the last checkpoint covers. */
public final class JdbcTileService implements TileService {
    private final Database database;

    public JdbcTileService(DataSource dataSource) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
    }

    @Override
    public Optional<byte[]> tile(String ledger, int level, long index, int width) {
        if (level < 0 || level > 7 || !covered(ledger, level, index, width)) {
            return Optional.empty();
        }
        if (width == TilePath.FULL_WIDTH) {
            return database.first(
                    "select hashes from ledger.tile where ledger = ? and level = ? and index = ?",
                    row -> row.getBytes(1),
                    ledger,
                    level,
                    index);
        }
        List<Hash> hashes = database.withConnection(
                connection -> new StoredTree(connection, ledger).hashes(level, index * TilePath.FULL_WIDTH, width));
        ByteBuffer tile = ByteBuffer.allocate(width * Hash.BYTES);
        hashes.forEach(hash -> tile.put(hash.bytes()));
        return Optional.of(tile.array());
    }

    @Override
    public Optional<byte[]> entryBundle(String ledger, long index, int width) {
        if (!covered(ledger, 0, index, width)) {
            return Optional.empty();
        }
        long first = index * TilePath.FULL_WIDTH;
        List<byte[]> entries = database.list(
                """
                select header || '.' || payload || '.' || signature from ledger.entry
                where ledger = ? and leaf_index >= ? and leaf_index < ? order by leaf_index
                """, row -> row.getString(1).getBytes(StandardCharsets.US_ASCII), ledger, first, first + width);
        return Optional.of(EntryBundle.encode(entries));
    }

    private boolean covered(String ledger, int level, long index, int width) {
        if (index < 0 || index > Long.MAX_VALUE / TilePath.FULL_WIDTH - 1 || width < 1 || width > TilePath.FULL_WIDTH) {
            return false;
        }
        long size = database.first(
                        "select coalesce(max(size), 0) from ledger.checkpoint where ledger = ?",
                        row -> row.getLong(1),
                        ledger)
                .orElse(0L);
        return index * TilePath.FULL_WIDTH + width <= size >>> (8 * level);
    }
}
