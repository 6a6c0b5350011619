package org.indelible.casebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.indelible.shared.BuildHash;

/**
 * A form as it stands.
 *
 * @param build the study build it is under: the one it was started under, until it is migrated; absent while it holds no data
 * @param earlier the builds it was under before
 * @param inactiveGroups groups inactivated as wholes; their keys are never used again
 * @param lastChange latest version of clinical data in it
 */
public record FormState(
        Optional<BuildHash> build,
        List<BuildHash> earlier,
        Map<ItemRef, DataPoint> items,
        Set<GroupRef> inactiveGroups,
        boolean active,
        boolean notDone,
        boolean frozen,
        Version lastChange) {

    static final FormState NONE =
            new FormState(Optional.empty(), List.of(), Map.of(), Set.of(), true, false, false, Version.NONE);

    public Optional<DataPoint> item(ItemRef ref) {
        return Optional.ofNullable(items.get(ref));
    }

    /** Whether it holds a data point that was not inactivated. */
    public boolean hasData() {
        return active && items.values().stream().anyMatch(DataPoint::active);
    }

    boolean anyVerified() {
        return items.values().stream().anyMatch(DataPoint::isVerified);
    }

    Set<GroupRef> groups() {
        return items.keySet().stream().map(ItemRef::group).collect(Collectors.toUnmodifiableSet());
    }

    FormState recorded(BuildHash under, Origin origin, List<RecordedItem> recorded, long seq) {
        Map<ItemRef, DataPoint> more = new HashMap<>(items);
        recorded.forEach(item -> more.put(item.item(), DataPoint.of(item, origin, seq)));
        return new FormState(
                build.or(() -> Optional.of(under)),
                earlier,
                Collections.unmodifiableMap(more),
                inactiveGroups,
                active,
                false,
                frozen,
                new Version(seq));
    }

    FormState corrected(Origin origin, List<CorrectedItem> corrected, long seq) {
        Map<ItemRef, DataPoint> changed = new HashMap<>(items);
        corrected.forEach(
                item -> changed.computeIfPresent(item.item(), (ref, point) -> point.corrected(item, origin, seq)));
        return with(changed, inactiveGroups, active, seq);
    }

    FormState inactivated(Predicate<ItemRef> which, long seq) {
        Map<ItemRef, DataPoint> changed = new HashMap<>(items);
        changed.replaceAll((ref, point) -> which.test(ref) && point.active() ? point.inactivated(seq) : point);
        return with(changed, inactiveGroups, active, seq);
    }

    FormState groupInactivated(GroupRef group, long seq) {
        Set<GroupRef> groups = new HashSet<>(inactiveGroups);
        groups.add(group);
        FormState without = inactivated(ref -> ref.group().equals(group), seq);
        return without.with(without.items, Collections.unmodifiableSet(groups), active, seq);
    }

    FormState formInactivated(long seq) {
        FormState without = inactivated(ref -> true, seq);
        return without.with(without.items, inactiveGroups, false, seq);
    }

    private FormState with(Map<ItemRef, DataPoint> points, Set<GroupRef> groups, boolean nowActive, long seq) {
        return new FormState(
                build,
                earlier,
                Collections.unmodifiableMap(points),
                groups,
                nowActive,
                notDone,
                frozen,
                new Version(seq));
    }

    FormState verified(List<VerifiedItem> verified) {
        Map<ItemRef, DataPoint> changed = new HashMap<>(items);
        verified.forEach(
                item -> changed.computeIfPresent(item.item(), (ref, point) -> point.verifiedAt(item.version())));
        return new FormState(
                build,
                earlier,
                Collections.unmodifiableMap(changed),
                inactiveGroups,
                active,
                notDone,
                frozen,
                lastChange);
    }

    FormState markedNotDone(long seq) {
        return new FormState(build, earlier, items, inactiveGroups, active, true, frozen, new Version(seq));
    }

    FormState migrated(BuildHash to, long seq) {
        List<BuildHash> before = new ArrayList<>(earlier);
        build.ifPresent(before::add);
        return new FormState(
                Optional.of(to), List.copyOf(before), items, inactiveGroups, active, notDone, frozen, new Version(seq));
    }

    FormState frozen(boolean nowFrozen) {
        return new FormState(build, earlier, items, inactiveGroups, active, notDone, nowFrozen, lastChange);
    }
}
