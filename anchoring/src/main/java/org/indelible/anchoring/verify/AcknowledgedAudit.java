package org.indelible.anchoring.verify;

import java.io.IOException;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.merkle.Hash;

/**
 * What this node acknowledged after the last checkpoint it made sure of. Beyond all checkpoints it is the reference for the stored leaves;
 * where a checkpoint has come to cover an entry that is another than the acknowledged one, the entry was altered before it was signed for.
 */
final class AcknowledgedAudit {
    private final NavigableMap<Long, Hash> leaves;

    private AcknowledgedAudit(NavigableMap<Long, Hash> leaves) {
        this.leaves = leaves;
    }

    static AcknowledgedAudit read(Optional<HighWaterFile> file, String ledger, Findings findings) {
        if (file.isEmpty()) {
            return new AcknowledgedAudit(new TreeMap<>());
        }
        try {
            return new AcknowledgedAudit(file.get().acknowledged().leaves(ledger));
        } catch (IOException e) {
            findings.notChecked(
                    Check.HIGH_WATER, "acknowledged entries", "the file of them cannot be read: " + e.getMessage());
            return new AcknowledgedAudit(new TreeMap<>());
        }
    }

    NavigableMap<Long, Hash> from(long covered) {
        return leaves.tailMap(covered, true);
    }

    /** Number of entries the ledger must have at least. */
    long size() {
        return leaves.isEmpty() ? 0 : leaves.lastKey() + 1;
    }

    /** @param covered number of leaves that checkpoints speak of */
    void compare(ExaminedEntry entry, long covered, Findings findings) {
        long index = entry.row().leafIndex();
        Hash acknowledged = leaves.get(index);
        if (index < covered && acknowledged != null && !acknowledged.equals(entry.leaf())) {
            findings.failed(
                    Check.TREE,
                    EntryRef.of(entry.row()),
                    "it was altered before a checkpoint covered it: its leaf hash is " + entry.leaf()
                            + ", acknowledged was " + acknowledged);
        }
    }
}
