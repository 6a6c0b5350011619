package org.indelible.protocols.diff;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.indelible.protocols.build.StudyBuild;

/**
 * What changed from one build to another, in the order study, arms and epochs, events, forms, groups, items, code lists, units,
 * conditions, methods. Builds of equal content have no changes.
 */
public record StudyBuildDiff(StudyBuild from, StudyBuild to, List<BuildChange> changes) {
    public StudyBuildDiff {
        changes = List.copyOf(changes);
    }

    public static StudyBuildDiff between(StudyBuild from, StudyBuild to) {
        return new StudyBuildDiff(from, to, new Comparison(from, to).changes());
    }

    /** The changes about what is collected or checked: all but how the version itself is called and described. */
    public List<BuildChange> substance() {
        return changes.stream()
                .filter(change -> change.subject().kind() != Kind.STUDY
                        || change instanceof BuildChange.Placed
                        || change instanceof BuildChange.TakenOut)
                .toList();
    }

    /**
     * OIDs of the forms, of either build, that look or behave differently: started instances of these are what a migration is
     * about. A form that only moved between events is not among them.
     */
    public Set<String> touchedForms() {
        Set<String> forms = new TreeSet<>();
        for (StudyBuild build : List.of(from, to)) {
            Uses uses = Uses.of(build);
            changes.stream().flatMap(change -> touched(change, uses).stream()).forEach(forms::add);
        }
        return forms;
    }

    private static Set<String> touched(BuildChange change, Uses uses) {
        String oid = change.subject().oid();
        return switch (change) {
            case BuildChange.Placed placed ->
                uses.formsOf(placed.container().kind(), placed.container().oid());
            case BuildChange.TakenOut out ->
                uses.formsOf(out.container().kind(), out.container().oid());
            case BuildChange.MandatoryChanged changed ->
                uses.formsOf(changed.container().kind(), changed.container().oid());
            case BuildChange.SkipLogicChanged changed ->
                uses.formsOf(changed.container().kind(), changed.container().oid());
            case BuildChange.DerivationChanged changed ->
                uses.formsOf(changed.container().kind(), changed.container().oid());
            default -> uses.formsOf(change.subject().kind(), oid);
        };
    }

    /** OIDs of items whose definition is gone: values collected for them have no place in the new build. */
    public Set<String> removedItems() {
        return from.items().stream()
                .map(item -> item.oid())
                .filter(oid -> to.item(oid).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
