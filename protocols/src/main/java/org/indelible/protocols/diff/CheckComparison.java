package org.indelible.protocols.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.indelible.protocols.build.RangeCheck;

/** Pairs the checks of an item, which have no names: equal ones first, then those of one comparator and unit, then by place. */
final class CheckComparison {
    private final Subject item;
    private final List<RangeCheck> was;
    private final List<RangeCheck> now;
    private final List<BuildChange> changes = new ArrayList<>();

    private CheckComparison(Subject item, List<RangeCheck> was, List<RangeCheck> now) {
        this.item = item;
        this.was = new ArrayList<>(was);
        this.now = new ArrayList<>(now);
    }

    static List<BuildChange> of(Subject item, List<RangeCheck> was, List<RangeCheck> now) {
        CheckComparison comparison = new CheckComparison(item, was, now);
        comparison.pair(RangeCheck::equals);
        comparison.pair(CheckComparison::limitTheSame);
        comparison.pair((one, other) ->
                one.comparator().isPresent() == other.comparator().isPresent());
        comparison.was.forEach(gone -> comparison.change(Optional.of(gone), Optional.empty()));
        comparison.now.forEach(added -> comparison.change(Optional.empty(), Optional.of(added)));
        return comparison.changes;
    }

    private static boolean limitTheSame(RangeCheck one, RangeCheck other) {
        return one.comparator().isPresent()
                && one.comparator().equals(other.comparator())
                && one.unitOid().equals(other.unitOid());
    }

    private void pair(BiPredicate<RangeCheck, RangeCheck> belongTogether) {
        for (RangeCheck old : List.copyOf(was)) {
            Optional<RangeCheck> match = now.stream()
                    .filter(candidate -> belongTogether.test(old, candidate))
                    .findFirst();
            match.ifPresent(found -> {
                was.remove(old);
                now.remove(found);
                if (!old.equals(found)) {
                    change(Optional.of(old), Optional.of(found));
                }
            });
        }
    }

    private void change(Optional<RangeCheck> before, Optional<RangeCheck> after) {
        changes.add(new BuildChange.CheckChanged(item, before, after));
    }
}
