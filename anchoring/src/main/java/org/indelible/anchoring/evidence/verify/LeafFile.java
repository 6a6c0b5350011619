package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.merkle.Hash;

/** The leaf hashes of a log in ascending order, one file at a time. */
final class LeafFile {
    private final CheckedBundle bundle;
    private final BundledLog log;
    private byte[] leaves = new byte[0];
    private long first = -1;

    LeafFile(CheckedBundle bundle, BundledLog log) {
        this.bundle = bundle;
        this.log = log;
    }

    /** The hash of the leaf at an index below the log's size. */
    Hash at(long index) throws IOException, EvidenceFormatException {
        long start = index - index % BundledLog.LEAVES_PER_FILE;
        if (start != first) {
            leaves = read(bundle, log, start);
            first = start;
        }
        return Hash.at(leaves, (int) (index - start) * Hash.BYTES);
    }

    /** The file that begins with this leaf, as long as it must be. */
    static byte[] read(CheckedBundle bundle, BundledLog log, long first) throws IOException, EvidenceFormatException {
        String name = log.leaves(first / BundledLog.LEAVES_PER_FILE);
        byte[] leaves = bundle.read(name);
        long expected = Math.min(BundledLog.LEAVES_PER_FILE, log.size() - first);
        if (leaves.length != expected * Hash.BYTES) {
            throw new EvidenceFormatException(
                    name + " holds " + leaves.length + " bytes, not " + expected + " leaf hashes");
        }
        return leaves;
    }
}
