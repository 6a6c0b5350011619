package org.indelible.anchoring.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shows that a leaf is in a tree, or in a {@link Subtree} of one (RFC 9162 section 2.1.3, draft-ietf-plants-merkle-tree-certs section
 * 4.3). Numbers are unsigned.
 *
 * @param index number of the leaf in the whole tree, from 0
 * @param subtree the leaves under the root proved against
 * @param hashes siblings on the way from the leaf to the root
 */
public record InclusionProof(long index, Subtree subtree, List<Hash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** A proof, not yet verified, for a tree of this size. */
    public InclusionProof(long index, long size, List<Hash> hashes) {
        this(index, Subtree.whole(size), hashes);
    }

    /** Makes the proof for one leaf of a stored tree of this size (RFC 6962 section 2.1.1). */
    public static InclusionProof of(long index, long size, NodeReader nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of size " + size);
        }
        List<Hash> hashes = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long split = start + RangeHash.largestPowerOfTwoBelow(end - start);
            if (index < split) {
                hashes.add(RangeHash.of(split, end, nodes));
                end = split;
            } else {
                hashes.add(RangeHash.of(start, split, nodes));
                start = split;
            }
        }
        Collections.reverse(hashes);
        return new InclusionProof(index, size, hashes);
    }

    /** Checks that the leaf is where the proof says, under this root. */
    public void verify(Hash leaf, Hash root) throws MerkleProofException {
        subtree.requireValid();
        if (!subtree.contains(index)) {
            throw new MerkleProofException("leaf " + Long.toUnsignedString(index) + " is not in " + subtree);
        }
        long fn = index - subtree.start();
        long sn = subtree.size() - 1;
        Hash hash = leaf;
        for (Hash sibling : hashes) {
            if (sn == 0) {
                throw new MerkleProofException("inclusion proof of " + hashes.size() + " hashes is too long");
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = TreeHash.node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        if (sn != 0) {
            throw new MerkleProofException("inclusion proof of " + hashes.size() + " hashes is too short");
        }
        MerkleProofException.requireEqual("root", root, hash);
    }
}
