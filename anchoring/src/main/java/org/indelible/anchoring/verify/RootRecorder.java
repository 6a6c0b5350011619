package org.indelible.anchoring.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.Hash;

/** Grows a tree leaf by leaf and keeps its roots at the sizes that matter. After a missing leaf there are no more roots. */
public final class RootRecorder {
    private final Set<Long> sizes;
    private final Map<Long, Hash> roots = new HashMap<>();
    private CompactRange range = CompactRange.EMPTY;
    private boolean broken;

    public RootRecorder(Set<Long> sizes) {
        this.sizes = sizes;
        keep();
    }

    public void append(long index, Hash leaf) {
        broken |= index != range.size();
        if (!broken) {
            range = range.append(leaf);
            keep();
        }
    }

    public Optional<Hash> at(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    private void keep() {
        if (sizes.contains(range.size())) {
            roots.put(range.size(), range.root());
        }
    }
}
