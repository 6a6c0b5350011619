package org.indelible.anchoring.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a growing tree that its root needs: the roots of its largest complete subtrees, left to right, one for each bit set in its size
 * (RFC 9162 section 2.1.2). Immutable; appending gives a new range.
 *
 * @param size number of leaves
 */
public record CompactRange(long size, List<Hash> peaks) {
    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    public CompactRange {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of size " + size + " has " + Long.bitCount(size)
                    + " complete subtrees, not " + peaks.size());
        }
    }

    /** Told of each subtree that an appended leaf completes, the leaf itself (level 0) first. */
    @FunctionalInterface
    public interface NodeListener {
        void completed(int level, long index, Hash hash);
    }

    /** The range of a stored tree of this size. */
    public static CompactRange of(long size, NodeReader nodes) {
        List<Hash> peaks = new ArrayList<>();
        long start = 0;
        for (long rest = size; rest != 0; rest -= Long.highestOneBit(rest)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            peaks.add(nodes.node(level, start >>> level));
            start += 1L << level;
        }
        return new CompactRange(size, peaks);
    }

    public CompactRange append(Hash leaf) {
        return append(leaf, (level, index, hash) -> {});
    }

    public CompactRange append(Hash leaf, NodeListener listener) {
        List<Hash> next = new ArrayList<>(peaks);
        Hash node = leaf;
        int level = 0;
        listener.completed(level, size, node);
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            node = TreeHash.node(next.removeLast(), node);
            level++;
            listener.completed(level, size >>> level, node);
        }
        next.add(node);
        return new CompactRange(size + 1, next);
    }

    public Hash root() {
        if (peaks.isEmpty()) {
            return TreeHash.empty();
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.node(peaks.get(i), root);
        }
        return root;
    }

    /** The hashes one after the other; with the size, all there is to store. */
    public byte[] peakBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(peaks.size() * Hash.BYTES);
        peaks.forEach(peak -> buffer.put(peak.shared()));
        return buffer.array();
    }

    /** The range that was stored as a size and its {@link #peakBytes()}. */
    public static CompactRange ofPeakBytes(long size, byte[] peakBytes) {
        if (peakBytes.length != Long.bitCount(size) * Hash.BYTES) {
            throw new IllegalArgumentException("the complete subtrees of a tree of size " + size + " take "
                    + Long.bitCount(size) * Hash.BYTES + " bytes, not " + peakBytes.length);
        }
        List<Hash> peaks = new ArrayList<>();
        for (int offset = 0; offset < peakBytes.length; offset += Hash.BYTES) {
            peaks.add(Hash.at(peakBytes, offset));
        }
        return new CompactRange(size, peaks);
    }
}
