package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.tlog.TilePath;

/**
 * Which leaf stood where when checkpoints were signed: from full tiles, and from the tails kept with checkpoints for what no tile holds
 * yet; after the last checkpoint, from what this node acknowledged. Asked in ascending order. Whether these hashes are themselves to be trusted, the signed roots tell.
 */
final class ReferenceLeaves {
    private static final int TILES_PER_READ = 64;

    private final Database database;
    private final String ledger;
    private final long tiled;
    private final Map<Long, Hash> tail = new HashMap<>();
    private final Map<Long, List<Hash>> tiles = new HashMap<>();
    private long readUpTo;

    ReferenceLeaves(Database database, String ledger, CheckpointAudit checkpoints, Map<Long, Hash> acknowledged) {
        this.database = database;
        this.ledger = ledger;
        this.tiled = checkpoints.largestSize() / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH;
        for (CheckpointAudit.Row row : checkpoints.rows()) {
            List<Hash> hashes = CheckpointAudit.hashes(row.tail());
            for (int i = 0; i < hashes.size(); i++) {
                tail.put(row.size() - hashes.size() + i, hashes.get(i));
            }
        }
        tail.keySet().removeIf(index -> index < tiled);
        tail.putAll(acknowledged);
    }

    Optional<Hash> at(long index) {
        if (index >= tiled) {
            return Optional.ofNullable(tail.get(index));
        }
        long tile = index / TilePath.FULL_WIDTH;
        if (tile >= readUpTo) {
            read(tile);
        }
        List<Hash> hashes = tiles.get(tile);
        return hashes == null ? Optional.empty() : Optional.of(hashes.get((int) (index % TilePath.FULL_WIDTH)));
    }

    /** Forgets the tiles before; they are not asked for again. */
    private void read(long tile) {
        tiles.clear();
        readUpTo = tile + TILES_PER_READ;
        List<Map.Entry<Long, List<Hash>>> rows = new ArrayList<>(database.list(
                "select index, hashes from ledger.tile where ledger = ? and level = 0 and index >= ? and index < ?",
                row -> Map.entry(row.getLong("index"), CheckpointAudit.hashes(row.getBytes("hashes"))),
                ledger,
                tile,
                readUpTo));
        rows.forEach(row -> tiles.put(row.getKey(), row.getValue()));
    }
}
