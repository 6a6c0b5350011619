package org.indelible.anchoring.merkle;

/** Hash of a run of leaves that starts where a complete subtree of its size would (RFC 6962 section 2.1). */
final class RangeHash {
    private RangeHash() {}

    static Hash of(long start, long end, NodeReader nodes) {
        long size = end - start;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.node(level, start >>> level);
        }
        long split = start + largestPowerOfTwoBelow(size);
        return TreeHash.node(of(start, split, nodes), of(split, end, nodes));
    }

    static long largestPowerOfTwoBelow(long size) {
        return Long.highestOneBit(size - 1);
    }
}
