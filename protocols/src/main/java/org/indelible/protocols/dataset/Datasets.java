package org.indelible.protocols.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;

/**
 * The item groups of a study as datasets: every group and item of every study build, as the newest build that has them defines them. Names are
 * made from OIDs of groups and names of items. A variable has one name in all datasets that hold it, as one ItemDef of Define-XML defines it.
 *
 * @param codeLists of the items, as the newest build has them
 */
public record Datasets(List<Dataset> all, List<CodeList> codeLists) {
    private static final String LANGUAGE = "en";
    private static final String NO_VALUE = "NOVALUE";

    public Datasets {
        all = List.copyOf(all);
        codeLists = List.copyOf(codeLists);
    }

    /**
     * The datasets of a study.
     *
     * @param builds those that data may have been collected under, newest first
     * @param recorded what there are data of, in or out of the builds
     */
    public static Datasets of(List<StudyBuild> builds, List<RecordedItem> recorded) {
        return new Layout(builds, recorded).datasets();
    }

    private static final class Layout {
        private final List<StudyBuild> builds;
        private final Map<String, Set<String>> items = new LinkedHashMap<>();
        private final Set<String> withUnits = new HashSet<>();
        private final Map<String, Set<String>> takenByGroup = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, String> unitNames = new HashMap<>();
        private final Set<String> oids = new HashSet<>();
        private final Map<String, String> unitOids = new HashMap<>();

        Layout(List<StudyBuild> builds, List<RecordedItem> recorded) {
            this.builds = builds;
            for (StudyBuild build : builds) {
                for (ItemGroupDef group : build.itemGroups()) {
                    Set<String> held = items.computeIfAbsent(group.oid(), oid -> new LinkedHashSet<>());
                    group.itemRefs().forEach(ref -> held.add(ref.oid()));
                }
            }
            for (RecordedItem item : recorded) {
                items.computeIfAbsent(item.itemGroup(), oid -> new LinkedHashSet<>())
                        .add(item.item());
                if (item.units()) {
                    withUnits.add(item.item());
                }
            }
            items.values().forEach(oids::addAll);
            oids.stream()
                    .filter(oid ->
                            item(oid).filter(def -> !def.units().isEmpty()).isPresent())
                    .forEach(withUnits::add);
        }

        Datasets datasets() {
            List<Column> places = new ArrayList<>();
            for (Key key : Key.values()) {
                String oid = Names.oid("IT." + key.name(), oids);
                places.add(new Column(oid, key.name(), key.label(), new Column.Place(key)));
            }
            Column missing = new Column(
                    Names.oid("IT." + NO_VALUE, oids),
                    NO_VALUE,
                    "Items without a value, and why",
                    new Column.Missing());
            nameVariables();
            Set<String> taken = new HashSet<>();
            List<Dataset> all = new ArrayList<>();
            items.forEach((group, held) -> {
                List<Column> columns = new ArrayList<>(places);
                held.forEach(item -> values(item, columns));
                columns.add(missing);
                String name = Names.take(Names.clean(List.of(group), "DATASET"), "", List.of(taken));
                all.add(new Dataset(
                        group, name, group(group).map(Datasets::label).orElse(group), columns));
            });
            return new Datasets(all, codeLists());
        }

        private void nameVariables() {
            Set<String> all = new LinkedHashSet<>();
            items.forEach((group, held) -> {
                Set<String> taken = new HashSet<>(Set.of(NO_VALUE));
                for (Key key : Key.values()) {
                    taken.add(key.name());
                }
                takenByGroup.put(group, taken);
                all.addAll(held);
            });
            for (String oid : all) {
                List<String> texts =
                        item(oid).map(def -> List.of(def.name(), oid)).orElse(List.of(oid));
                names.put(oid, Names.take(Names.clean(texts, "ITEM"), "", around(oid)));
            }
            for (String oid : all) {
                if (withUnits.contains(oid)) {
                    unitNames.put(oid, Names.take(nameOf(oid), "U", around(oid)));
                    unitOids.put(oid, Names.oid(oid + ".U", oids));
                }
            }
        }

        /** Names taken in the datasets that hold the item. */
        private Collection<Set<String>> around(String item) {
            List<Set<String>> around = new ArrayList<>();
            items.forEach((group, held) -> {
                if (held.contains(item)) {
                    around.add(takenByGroup.getOrDefault(group, Set.of()));
                }
            });
            return around;
        }

        private String nameOf(String item) {
            return names.getOrDefault(item, item);
        }

        private void values(String oid, List<Column> columns) {
            Optional<ItemDef> definition = item(oid);
            String label = definition.map(def -> def.label(LANGUAGE)).orElse(oid);
            columns.add(new Column(oid, nameOf(oid), label, new Column.Values(oid, definition)));
            String unit = unitNames.get(oid);
            if (unit != null) {
                columns.add(new Column(
                        unitOids.getOrDefault(oid, oid), unit, "Unit of " + nameOf(oid), new Column.Units(oid)));
            }
        }

        private List<CodeList> codeLists() {
            Map<String, CodeList> lists = new LinkedHashMap<>();
            for (Set<String> held : items.values()) {
                for (String oid : held) {
                    item(oid)
                            .flatMap(ItemDef::codeListOid)
                            .flatMap(list -> newest(build -> build.codeList(list)))
                            .ifPresent(list -> lists.putIfAbsent(list.oid(), list));
                }
            }
            return List.copyOf(lists.values());
        }

        private Optional<ItemDef> item(String oid) {
            return newest(build -> build.item(oid));
        }

        private Optional<ItemGroupDef> group(String oid) {
            return newest(build -> build.itemGroup(oid));
        }

        private <T> Optional<T> newest(Function<StudyBuild, Optional<T>> definition) {
            return builds.stream()
                    .flatMap(build -> definition.apply(build).stream())
                    .findFirst();
        }
    }

    private static String label(ItemGroupDef group) {
        return group.name().isBlank() ? group.oid() : group.name();
    }
}
