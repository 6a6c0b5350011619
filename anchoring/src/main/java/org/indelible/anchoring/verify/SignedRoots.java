package org.indelible.anchoring.verify;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.indelible.anchoring.merkle.Hash;

/** Roots that were signed once, by tree size. They are what the rows are held against. */
final class SignedRoots {
    private final NavigableMap<Long, Hash> roots = new TreeMap<>();

    void add(long size, Hash root) {
        roots.putIfAbsent(size, root);
    }

    NavigableMap<Long, Hash> bySize() {
        return roots;
    }

    /** The largest signed size, 0 where nothing was signed. */
    long largest() {
        return roots.isEmpty() ? 0 : roots.lastKey();
    }
}
