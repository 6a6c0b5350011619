package org.indelible.protocols.validation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.CompiledBuild;

/**
 * Finds expressions that read an item by its name although it is not on the form they are evaluated on: there it never has a
 * value, so a check never fires, and a condition or method is never decided.
 */
final class ReadElsewhere {
    private final CompiledBuild compiled;
    private final StudyBuild build;
    private final Remarks remarks;

    ReadElsewhere(CompiledBuild compiled, Remarks remarks) {
        this.compiled = compiled;
        this.build = compiled.build();
        this.remarks = remarks;
    }

    void report() {
        for (FormDef form : build.forms()) {
            Set<String> here = form.itemGroupRefs().stream()
                    .flatMap(ref -> build.itemGroup(ref.oid()).stream())
                    .flatMap(group -> group.itemRefs().stream())
                    .map(Ref::oid)
                    .collect(Collectors.toSet());
            Set<String> said = new HashSet<>();
            for (Ref groupRef : form.itemGroupRefs()) {
                condition(form, groupRef, here, said);
                build.itemGroup(groupRef.oid()).ifPresent(group -> group(form, group, here, said));
            }
        }
    }

    private void group(FormDef form, ItemGroupDef group, Set<String> here, Set<String> said) {
        for (Ref ref : group.itemRefs()) {
            condition(form, ref, here, said);
            ref.methodOid()
                    .filter(said::add)
                    .ifPresent(oid -> elsewhere(
                            "method-reads-elsewhere",
                            "MethodDef",
                            oid,
                            form,
                            missing(compiled.itemsOfMethod(oid), here)));
            build.item(ref.oid()).ifPresent(item -> checks(form, item, here));
        }
    }

    private void condition(FormDef form, Ref ref, Set<String> here, Set<String> said) {
        ref.conditionOid()
                .filter(said::add)
                .ifPresent(oid -> elsewhere(
                        "condition-reads-elsewhere",
                        "ConditionDef",
                        oid,
                        form,
                        missing(compiled.itemsOfCondition(oid), here)));
    }

    private void checks(FormDef form, ItemDef item, Set<String> here) {
        for (RangeCheck check : item.rangeChecks()) {
            elsewhere(
                    "check-reads-elsewhere", "ItemDef", item.oid(), form, missing(compiled.itemsOfCheck(check), here));
        }
    }

    private Optional<String> missing(Set<String> read, Set<String> here) {
        Set<String> names = new TreeSet<>();
        read.stream()
                .filter(oid -> !here.contains(oid))
                .forEach(oid -> names.add(build.item(oid).map(ItemDef::name).orElse(oid)));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private void elsewhere(String code, String element, String oid, FormDef form, Optional<String> missing) {
        missing.ifPresent(names -> remarks.warning(
                code,
                element,
                oid,
                "An expression of " + element + " " + oid + " reads " + names + ", which form " + form.oid()
                        + " does not have, so there it never has a value.",
                "To look at another form or visit write at(EVENT, NAME) or at(\"OID of an event\", NAME)."));
    }
}
