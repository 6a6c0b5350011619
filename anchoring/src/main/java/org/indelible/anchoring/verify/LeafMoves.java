package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.indelible.anchoring.merkle.Hash;

/**
 * Explains how the stored leaves came to differ from those that were signed: which were altered, added, taken away or moved. Every leaf is
 * told from every other by its hash.
 */
final class LeafMoves {
    /**
     * A stored leaf that is not the one signed at its index.
     *
     * @param expected the one signed there; empty beyond what was signed
     */
    record Stray(EntryRef entry, Hash hash, Optional<Hash> expected) {}

    private final NavigableMap<Long, Stray> strays = new TreeMap<>();
    private final NavigableMap<Long, Long> origins = new TreeMap<>();
    private final NavigableSet<Long> altered = new TreeSet<>();
    private final NavigableSet<Long> inserted = new TreeSet<>();
    private final NavigableSet<Long> missing;

    /**
     * @param open signed leaves that do not stand at their index, by hash
     * @param covered number of leaves of which it is known what was signed
     */
    LeafMoves(List<Stray> candidates, Map<Hash, Long> open, long covered) {
        candidates.forEach(stray -> strays.put(stray.entry().leafIndex(), stray));
        missing = new TreeSet<>(open.values());
        List<Stray> unknown = new ArrayList<>();
        for (Stray stray : strays.values()) {
            Long origin = open.get(stray.hash());
            if (origin != null) {
                origins.put(stray.entry().leafIndex(), origin);
                missing.remove(origin);
            } else {
                unknown.add(stray);
            }
        }
        unknown.forEach(stray -> explain(stray, covered));
    }

    private void explain(Stray stray, long covered) {
        long index = stray.entry().leafIndex();
        Long before = origins.get(index - 1);
        if (before != null && before + 1 >= covered) {
            // The neighbour came from the end of what was signed; this one comes from after it.
            origins.put(index, before + 1);
        } else if (missing.remove(index)) {
            altered.add(index);
        } else if (stray.expected().isPresent()) {
            inserted.add(index);
        }
    }

    Stray stray(long index) {
        return Optional.ofNullable(strays.get(index)).orElseThrow();
    }

    /** Indexes at which other bytes stand than were signed. */
    NavigableSet<Long> altered() {
        return altered;
    }

    /** Indexes of leaves that were never signed, where the signed ones stand elsewhere. */
    NavigableSet<Long> inserted() {
        return inserted;
    }

    /** Indexes of signed leaves that stand nowhere. */
    NavigableSet<Long> missing() {
        return missing;
    }

    /** Where moved leaves stand now, and where they belong. */
    NavigableMap<Long, Long> origins() {
        return origins;
    }

    /** Leaves that stand in each other's place, the first of each pair. */
    List<Long> swapped() {
        return origins.entrySet().stream()
                .filter(move -> move.getKey() < move.getValue() && move.getKey().equals(origins.get(move.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Leaves {@code [first, last]} that all stand {@code distance} before (or, negative, after) where they belong. */
    record Run(long first, long last, long distance) {
        /** Whether closing the gap left by a missing leaf, or making room for an added one, explains it. */
        boolean follows(NavigableSet<Long> missing, NavigableSet<Long> inserted) {
            return distance > 0
                    ? missing.contains(first) || missing.contains(first + distance - 1)
                    : inserted.contains(first - 1) || inserted.contains(first + distance);
        }
    }

    /** Moves other than swaps. */
    List<Run> runs() {
        Set<Long> swaps = new HashSet<>();
        for (long first : swapped()) {
            swaps.add(first);
            swaps.add(origins.getOrDefault(first, first));
        }
        List<Run> runs = new ArrayList<>();
        for (Map.Entry<Long, Long> move : origins.entrySet()) {
            long index = move.getKey();
            long distance = move.getValue() - index;
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (swaps.contains(index)) {
                continue;
            }
            if (last != null && last.last() == index - 1 && last.distance() == distance) {
                runs.set(runs.size() - 1, new Run(last.first(), index, distance));
            } else {
                runs.add(new Run(index, index, distance));
            }
        }
        return runs;
    }
}
