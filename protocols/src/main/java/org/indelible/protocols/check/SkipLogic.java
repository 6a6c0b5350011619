package org.indelible.protocols.check;

import java.util.LinkedHashSet;
import java.util.Set;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;

/** What is not collected in a form as it stands (ODM 1.3.2, CollectionExceptionConditionOID). What cannot be decided is collected. */
public final class SkipLogic {
    private SkipLogic() {}

    /** An item of an item group instance. */
    public record Place(String groupOid, String groupKey, String itemOid) {}

    /** @param form with every item group instance that is asked about, whether or not anything stands in it */
    public static Set<Place> skipped(StudyBuild build, FormContent form) {
        return skipped(build, form, OtherForms.NONE);
    }

    /** As {@link #skipped(StudyBuild, FormContent)}, with what other forms hold for conditions that look at them. */
    public static Set<Place> skipped(StudyBuild build, FormContent form, OtherForms others) {
        CompiledBuild compiled = CompiledBuilds.of(build);
        Scope scope = Scope.ofForm(compiled, form, others);
        Set<Place> skipped = new LinkedHashSet<>();
        build.form(form.formOid()).stream()
                .flatMap(def -> def.itemGroupRefs().stream())
                .forEach(ref -> build.itemGroup(ref.oid())
                        .ifPresent(def -> form.groups().stream()
                                .filter(group -> group.groupOid().equals(ref.oid()))
                                .forEach(group -> skipped.addAll(skipped(compiled, scope, ref, def, group)))));
        return skipped;
    }

    private static Set<Place> skipped(
            CompiledBuild compiled, Scope scope, Ref groupRef, ItemGroupDef def, GroupContent group) {
        boolean all = compiled.condition(groupRef.conditionOid(), scope) == Decision.TRUE;
        Scope inner = scope.in(def, group);
        Set<Place> skipped = new LinkedHashSet<>();
        for (Ref ref : def.itemRefs()) {
            if (all || compiled.condition(ref.conditionOid(), inner) == Decision.TRUE) {
                skipped.add(new Place(group.groupOid(), group.key(), ref.oid()));
            }
        }
        return skipped;
    }
}
