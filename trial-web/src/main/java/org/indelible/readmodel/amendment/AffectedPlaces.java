package org.indelible.readmodel.amendment;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.diff.BuildChange;
import org.indelible.protocols.diff.Kind;
import org.indelible.protocols.diff.StudyBuildDiff;
import org.indelible.protocols.diff.Subject;
import org.indelible.readmodel.amendment.Impact.Values;

/** Which places of the build in force a change concerns. */
final class AffectedPlaces {
    private final StudyBuild from;
    private final StudyBuild to;
    private final Set<String> touchedForms;

    AffectedPlaces(StudyBuildDiff diff) {
        this.from = diff.from();
        this.to = diff.to();
        this.touchedForms = diff.touchedForms();
    }

    Set<String> touchedForms() {
        return touchedForms;
    }

    /** Forms of the build in force in which the change shows. */
    Set<String> formsOf(BuildChange change) {
        Set<String> items = itemsOf(change);
        Set<String> forms = new TreeSet<>(formsWith(items::contains));
        Subject place = placeOf(change);
        switch (place.kind()) {
            case FORM -> forms.add(place.oid());
            case ITEM_GROUP -> forms.addAll(formsWithGroup(place.oid()));
            default -> {}
        }
        forms.retainAll(from.forms().stream().map(FormDef::oid).collect(Collectors.toSet()));
        return forms;
    }

    /** Items of the build in force that the change concerns; none where it concerns forms or visits as such. */
    Set<String> itemsOf(BuildChange change) {
        Subject subject = change.subject();
        return switch (subject.kind()) {
            case ITEM -> from.item(subject.oid()).isPresent() ? Set.of(subject.oid()) : Set.of();
            case CODE_LIST ->
                items(item -> item.codeListOid().filter(subject.oid()::equals).isPresent());
            case UNIT -> items(item -> item.units().contains(subject.oid()));
            case FORM, ITEM_GROUP ->
                change instanceof BuildChange.Removed removed
                        ? removed.parts().stream()
                                .filter(part -> part.kind() == Kind.ITEM)
                                .map(Subject::oid)
                                .collect(Collectors.toSet())
                        : Set.of();
            default -> Set.of();
        };
    }

    /** Where a change of a reference happens: in its container; a new definition shows where it was put. */
    Subject placeOf(BuildChange change) {
        return switch (change) {
            case BuildChange.Placed placed -> placed.container();
            case BuildChange.TakenOut out -> out.container();
            case BuildChange.MandatoryChanged changed -> changed.container();
            case BuildChange.SkipLogicChanged changed -> changed.container();
            case BuildChange.DerivationChanged changed -> changed.container();
            case BuildChange.Added added -> placeOf(added);
            default -> change.subject();
        };
    }

    private Subject placeOf(BuildChange.Added added) {
        return added.places().stream()
                .filter(oid -> added.subject().kind() == Kind.ITEM
                        && from.itemGroup(oid).isPresent())
                .findFirst()
                .map(oid -> new Subject(Kind.ITEM_GROUP, oid, oid))
                .orElse(added.subject());
    }

    /** How often a code was chosen is not told of an item that would reveal who is treated with what. */
    boolean countable(Set<String> items) {
        return items.stream().flatMap(oid -> from.item(oid).stream()).noneMatch(ItemDef::blinding);
    }

    /** Whether the new build has this place of the old one. */
    boolean remains(Values place) {
        return to.form(place.form())
                .filter(form -> form.itemGroupRef(place.group()).isPresent())
                .flatMap(form -> to.itemGroup(place.group()))
                .filter(group -> group.itemRef(place.item()).isPresent())
                .isPresent();
    }

    private Set<String> items(Predicate<ItemDef> which) {
        return from.items().stream().filter(which).map(ItemDef::oid).collect(Collectors.toSet());
    }

    private Set<String> formsWith(Predicate<String> item) {
        Set<String> forms = new LinkedHashSet<>();
        for (ItemGroupDef group : from.itemGroups()) {
            if (group.itemRefs().stream().anyMatch(ref -> item.test(ref.oid()))) {
                forms.addAll(formsWithGroup(group.oid()));
            }
        }
        return forms;
    }

    private Set<String> formsWithGroup(String group) {
        return from.forms().stream()
                .filter(form -> form.itemGroupRef(group).isPresent())
                .map(FormDef::oid)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
