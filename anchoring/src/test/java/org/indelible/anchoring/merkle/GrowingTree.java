package org.indelible.anchoring.merkle;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A tree in memory that remembers every node of every complete subtree. */
public final class GrowingTree implements NodeReader {
    private final Map<Long, Hash> nodes = new HashMap<>();
    private CompactRange range = CompactRange.EMPTY;

    public GrowingTree append(byte[] entry) {
        range = range.append(TreeHash.leaf(entry), (level, index, hash) -> nodes.put(key(level, index), hash));
        return this;
    }

    public CompactRange range() {
        return range;
    }

    public long size() {
        return range.size();
    }

    @Override
    public Hash node(int level, long index) {
        return Objects.requireNonNull(nodes.get(key(level, index)), () -> "no node " + level + "/" + index);
    }

    private static long key(int level, long index) {
        return (long) level << 56 | index;
    }
}
