package org.indelible.protocols.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;

/** In which forms of one build each definition is used. */
final class Uses {
    private record Key(Kind kind, String oid) {}

    private final Map<Key, Set<String>> forms = new HashMap<>();
    private final StudyBuild build;

    private Uses(StudyBuild build) {
        this.build = build;
    }

    static Uses of(StudyBuild build) {
        Uses uses = new Uses(build);
        build.forms().forEach(uses::form);
        return uses;
    }

    /** Forms that use it, the form itself included; none for what is not part of a form. */
    Set<String> formsOf(Kind kind, String oid) {
        return forms.getOrDefault(new Key(kind, oid), Set.of());
    }

    private void form(FormDef form) {
        use(Kind.FORM, form.oid(), form);
        for (Ref ref : form.itemGroupRefs()) {
            ref(ref, form);
            use(Kind.ITEM_GROUP, ref.oid(), form);
            build.itemGroup(ref.oid()).ifPresent(group -> group(group, form));
        }
    }

    private void group(ItemGroupDef group, FormDef form) {
        for (Ref ref : group.itemRefs()) {
            ref(ref, form);
            use(Kind.ITEM, ref.oid(), form);
            build.item(ref.oid()).ifPresent(item -> item(item, form));
        }
    }

    private void item(ItemDef item, FormDef form) {
        item.codeListOid().ifPresent(list -> use(Kind.CODE_LIST, list, form));
        item.units().forEach(unit -> use(Kind.UNIT, unit, form));
    }

    private void ref(Ref ref, FormDef form) {
        use(Kind.CONDITION, ref.conditionOid(), form);
        use(Kind.METHOD, ref.methodOid(), form);
    }

    private void use(Kind kind, Optional<String> oid, FormDef form) {
        oid.ifPresent(o -> use(kind, o, form));
    }

    private void use(Kind kind, String oid, FormDef form) {
        forms.computeIfAbsent(new Key(kind, oid), key -> new HashSet<>()).add(form.oid());
    }
}
