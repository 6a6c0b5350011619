package org.indelible.anchoring.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a tree contains an older one, or a {@link Subtree} of one (RFC 9162 section 2.1.4, draft-ietf-plants-merkle-tree-certs
 * section 4.4). Numbers are unsigned.
 *
 * @param older leaves of the older tree; from leaf 0 but for subtrees
 * @param size number of leaves of the newer tree
 */
public record ConsistencyProof(Subtree older, long size, List<Hash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** A proof, not yet verified, between trees of these sizes. */
    public ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {
        this(Subtree.whole(oldSize), newSize, hashes);
    }

    /** Makes the proof between two sizes of a stored tree (RFC 6962 section 2.1.2). */
    public static ConsistencyProof of(long oldSize, long newSize, NodeReader nodes) {
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException("no consistency proof from size " + oldSize + " to " + newSize);
        }
        List<Hash> hashes = new ArrayList<>();
        collect(oldSize, 0, newSize, true, nodes, hashes);
        return new ConsistencyProof(oldSize, newSize, hashes);
    }

    /** SUBPROOF of RFC 6962 section 2.1.2 for the leaves {@code [start, end)}; {@code known}: the verifier has the old root. */
    private static void collect(
            long oldSize, long start, long end, boolean known, NodeReader nodes, List<Hash> hashes) {
        if (oldSize == end) {
            if (!known) {
                hashes.add(RangeHash.of(start, end, nodes));
            }
            return;
        }
        long split = start + RangeHash.largestPowerOfTwoBelow(end - start);
        if (oldSize <= split) {
            collect(oldSize, start, split, known, nodes, hashes);
            hashes.add(RangeHash.of(split, end, nodes));
        } else {
            collect(oldSize, split, end, false, nodes, hashes);
            hashes.add(RangeHash.of(start, split, nodes));
        }
    }

    /** Checks that the tree with the new root contains the one with the old root. A proof from the empty tree is refused: it says nothing. */
    public void verify(Hash oldRoot, Hash newRoot) throws MerkleProofException {
        older.requireValid();
        if (Long.compareUnsigned(older.end(), size) > 0) {
            throw new MerkleProofException(older + " is not within a tree of size " + Long.toUnsignedString(size));
        }
        new Walk().run(oldRoot, newRoot);
    }

    /** The algorithm of section 4.4.3 of the draft, with its names; for subtrees from leaf 0 it is that of RFC 9162 section 2.1.4.2. */
    private final class Walk {
        private long fn = older.start();
        private long sn = older.end() - 1;
        private long tn = size - 1;

        void run(Hash oldRoot, Hash newRoot) throws MerkleProofException {
            boolean atEnd = sn == tn;
            while (fn != sn && (atEnd || (sn & 1) == 1)) {
                shift();
            }
            int next = 0;
            Hash seed = oldRoot;
            if (fn != sn) {
                seed = first();
                next = 1;
            }
            climb(seed, hashes.subList(next, hashes.size()), oldRoot, newRoot);
        }

        private void climb(Hash seed, List<Hash> path, Hash oldRoot, Hash newRoot) throws MerkleProofException {
            Hash fr = seed;
            Hash sr = seed;
            for (Hash hash : path) {
                if (tn == 0) {
                    throw new MerkleProofException("consistency proof of " + hashes.size() + " hashes is too long");
                }
                if ((sn & 1) == 1 || sn == tn) {
                    if (fn != sn) {
                        fr = TreeHash.node(hash, fr);
                    }
                    sr = TreeHash.node(hash, sr);
                    while ((sn & 1) == 0 && sn != 0) {
                        shift();
                    }
                } else {
                    sr = TreeHash.node(sr, hash);
                }
                shift();
            }
            if (tn != 0) {
                throw new MerkleProofException("consistency proof of " + hashes.size() + " hashes is too short");
            }
            MerkleProofException.requireEqual("old root", oldRoot, fr);
            MerkleProofException.requireEqual("new root", newRoot, sr);
        }

        private Hash first() throws MerkleProofException {
            if (hashes.isEmpty()) {
                throw new MerkleProofException("consistency proof without hashes is too short");
            }
            return hashes.getFirst();
        }

        private void shift() {
            fn >>>= 1;
            sn >>>= 1;
            tn >>>= 1;
        }
    }
}
