package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.Hash;

/** Makes a ledger's next checkpoint out of its last and the entries since. */
final class CheckpointExtension {
    private final Connection connection;
    private final CheckpointSigner signer;
    private final CheckpointRows rows;
    private CompactRange range = CompactRange.EMPTY;

    CheckpointExtension(Connection connection, CheckpointSigner signer, CheckpointRows rows) {
        this.connection = connection;
        this.signer = signer;
        this.rows = rows;
    }

    SignedCheckpoint extend(String ledger, Optional<SignedCheckpoint> last, long size, Instant now)
            throws SQLException {
        long from = last.map(SignedCheckpoint::size).orElse(0L);
        if (size < from) {
            throw inconsistent(ledger, "its head says " + size + " entries, its last checkpoint " + from);
        }
        StoredTree tree = new StoredTree(connection, ledger);
        range = CompactRange.of(from, tree);
        if (last.isPresent()) {
            requireEqual(ledger, from, last.get().root(), range.root());
        }
        TileWriter tiles = new TileWriter(ledger, tree, from);
        LeafRows.forEach(connection, ledger, from, size, leaf -> range = range.append(leaf, tiles));
        tiles.flush(connection);
        Hash root = range.root();
        LogName log = Lineage.read(connection, ledger).at(size);
        requireInForce(ledger, log, size);
        // Once more, from the tiles just written: what will be served is what is signed.
        requireEqual(ledger, size, root.toString(), tree.root(size));
        SignedCheckpoint checkpoint = new SignedCheckpoint(
                ledger,
                signer.identity().origin(log.toString()),
                size,
                root.toString(),
                signer.sign(log.toString(), size, root).toString(),
                now.truncatedTo(ChronoUnit.MILLIS));
        rows.insert(
                connection,
                checkpoint,
                last.map(SignedCheckpoint::size).orElse(-1L),
                root.bytes(),
                tiles.tail(size - from));
        return checkpoint;
    }

    /** On whatever node it is still held: a key that was handed over signs nothing more. */
    private void requireInForce(String ledger, LogName log, long size) throws SQLException {
        if (!LogKeys.read(connection, ledger, signer.identity())
                .at(log, size)
                .equals(signer.identity().key())) {
            throw new CheckpointRefusedException(
                    CheckpointRefusedException.Reason.KEY_RETIRED,
                    "no checkpoint of ledger " + ledger
                            + " is signed: its entries say that another key signs it. Give this node the key store with that key");
        }
    }

    private static void requireEqual(String ledger, long size, String expected, Hash actual) {
        if (!actual.toString().equals(expected)) {
            throw inconsistent(
                    ledger, "at size " + size + " its stored tree has the root " + actual + ", not " + expected);
        }
    }

    private static CheckpointRefusedException inconsistent(String ledger, String what) {
        return new CheckpointRefusedException(
                CheckpointRefusedException.Reason.INCONSISTENT,
                "no checkpoint of ledger " + ledger + " is signed: " + what + ". Run verify-ledger " + ledger);
    }
}
