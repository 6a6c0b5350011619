package org.indelible.anchoring.merkle;

/**
 * The leaves {@code [start, end)} of a tree, where they form a subtree of it or of a smaller version of it: {@code start} is a multiple
 * of the smallest power of two that is not less than their number (draft-ietf-plants-merkle-tree-certs section 4.1). Numbers are
 * unsigned.
 */
public record Subtree(long start, long end) {

    /** All leaves of a tree of this size. */
    public static Subtree whole(long size) {
        return new Subtree(0, size);
    }

    public long size() {
        return end - start;
    }

    void requireValid() throws MerkleProofException {
        if (Long.compareUnsigned(start, end) >= 0 || (start & alignmentMask()) != 0) {
            throw new MerkleProofException(
                    "[" + Long.toUnsignedString(start) + ", " + Long.toUnsignedString(end) + ") is not a subtree");
        }
    }

    boolean contains(long index) {
        return Long.compareUnsigned(start, index) <= 0 && Long.compareUnsigned(index, end) < 0;
    }

    private long alignmentMask() {
        long last = size() - 1;
        return last == 0 ? 0 : (Long.highestOneBit(last) << 1) - 1;
    }
}
