package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.tlog.TilePath;

/** The stored tiles by themselves: all there, each with the root of its hashes, and each level made of the one below. */
final class TileAudit {
    private static final int READ = 64;

    private record Row(long index, List<Hash> hashes, Hash root) {}

    private final Database database;
    private final String ledger;
    private final Findings findings;

    TileAudit(Database database, String ledger, Findings findings) {
        this.database = database;
        this.ledger = ledger;
        this.findings = findings;
    }

    /** @param covered number of leaves that checkpoints cover */
    void run(long covered) {
        List<Hash> below = List.of();
        long tiles = 0;
        int level = 0;
        for (long expected = covered / TilePath.FULL_WIDTH; expected > 0; expected /= TilePath.FULL_WIDTH) {
            below = level(level++, expected, below);
            tiles += expected;
        }
        reportUnexpected(covered);
        findings.checked(Check.TILE, tiles + " tiles");
    }

    /** Returns the roots of the level's tiles, as computed. */
    private List<Hash> level(int level, long expected, List<Hash> below) {
        List<Hash> roots = new ArrayList<>();
        for (long from = 0; from < expected; from += READ) {
            for (Row row : read(level, from, Math.min(expected, from + READ))) {
                fillTo(level, roots, row.index());
                Hash root = root(row.hashes());
                if (!root.equals(row.root())) {
                    findings.failed(
                            Check.TILE,
                            "tile " + level + '/' + row.index(),
                            "its hashes have the root " + root + ", the column says " + row.root());
                }
                if (level > 0) {
                    compare(level, row, below);
                }
                roots.add(root);
            }
        }
        fillTo(level, roots, expected);
        return roots;
    }

    private void compare(int level, Row row, List<Hash> below) {
        int from = (int) (row.index() * TilePath.FULL_WIDTH);
        Optional<Integer> different = IntStream.range(0, TilePath.FULL_WIDTH)
                .boxed()
                .filter(i -> !row.hashes().get(i).equals(below.get(from + i)))
                .findFirst();
        different.ifPresent(i -> {
            String lower = "tile " + (level - 1) + '/' + (from + i);
            if (!findings.hasFailed(Check.TILE)) {
                findings.failed(
                        Check.TILE,
                        "tile " + level + '/' + row.index(),
                        "its hash " + i + " is not the root of " + lower);
            }
        });
    }

    private void fillTo(int level, List<Hash> roots, long index) {
        while (roots.size() < index) {
            findings.failed(Check.TILE, "tile " + level + '/' + roots.size(), "it is missing");
            roots.add(TreeHash.empty());
        }
    }

    /** One statement: a checkpoint that is signed meanwhile, and the tiles recorded with it, are for the next pass. */
    private void reportUnexpected(long covered) {
        database.list("""
                        select t.level, t.index from ledger.tile t
                        where t.ledger = ? and t.index >= greatest(
                            ?, (select coalesce(max(c.size), 0) from ledger.checkpoint c where c.ledger = t.ledger)
                        ) >> (8 * (t.level + 1))
                        order by t.level, t.index
                        """, row -> "tile " + row.getInt("level") + '/' + row.getLong("index"), ledger, covered)
                .forEach(tile -> findings.failed(Check.TILE, tile, "no checkpoint reaches that far"));
    }

    private List<Row> read(int level, long from, long to) {
        return database.list(
                "select index, hashes, root from ledger.tile where ledger = ? and level = ? and index >= ? and index < ? order by index",
                row -> new Row(
                        row.getLong("index"),
                        CheckpointAudit.hashes(row.getBytes("hashes")),
                        Hash.of(row.getBytes("root"))),
                ledger,
                level,
                from,
                to);
    }

    private static Hash root(List<Hash> hashes) {
        CompactRange range = CompactRange.EMPTY;
        for (Hash hash : hashes) {
            range = range.append(hash);
        }
        return range.root();
    }
}
