package org.indelible.protocols.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;

/**
 * The checks a build states without expressions of their own: data type, length, code list, unit, range, mandatory item and
 * item group, skip logic; and the checks it states as expressions. What is skipped by a condition is not checked further; what a method derives is not asked for.
 */
public final class BuiltInChecks {
    private final CompiledBuild compiled;
    private final String language;
    private final OtherForms others;
    private final List<CheckFinding> findings = new ArrayList<>();

    private BuiltInChecks(CompiledBuild compiled, OtherForms others, String language) {
        this.compiled = compiled;
        this.others = others;
        this.language = language;
    }

    /** Checks one form; the build is compiled the first time it is seen. */
    public static List<CheckFinding> evaluate(StudyBuild build, FormContent form) {
        return evaluate(CompiledBuilds.of(build), form);
    }

    public static List<CheckFinding> evaluate(CompiledBuild build, FormContent form) {
        return evaluate(build, form, "en");
    }

    /** As {@link #evaluate(CompiledBuild, FormContent)}, with messages in this language where the build has them. */
    public static List<CheckFinding> evaluate(CompiledBuild build, FormContent form, String language) {
        return evaluate(build, form, OtherForms.NONE, language);
    }

    /** As {@link #evaluate(CompiledBuild, FormContent)}, with what other forms hold for expressions that look at them. */
    public static List<CheckFinding> evaluate(StudyBuild build, FormContent form, OtherForms others, String language) {
        return evaluate(CompiledBuilds.of(build), form, others, language);
    }

    public static List<CheckFinding> evaluate(
            CompiledBuild build, FormContent form, OtherForms others, String language) {
        BuiltInChecks checks = new BuiltInChecks(build, others, language);
        build.build().form(form.formOid()).ifPresent(def -> checks.form(def, form));
        return List.copyOf(checks.findings);
    }

    private void form(FormDef def, FormContent form) {
        Scope scope = Scope.ofForm(compiled, form, others);
        for (Ref ref : def.itemGroupRefs()) {
            List<GroupContent> present = form.groups().stream()
                    .filter(group -> group.groupOid().equals(ref.oid()))
                    .toList();
            Optional<ItemGroupDef> group = compiled.build().itemGroup(ref.oid());
            group.ifPresent(g -> group(ref, g, present, scope));
        }
    }

    private void group(Ref ref, ItemGroupDef def, List<GroupContent> present, Scope scope) {
        Decision skipped = compiled.condition(ref.conditionOid(), scope);
        if (present.isEmpty()) {
            if (ref.mandatory() && skipped != Decision.TRUE) {
                findings.add(Findings.missingGroup(def, skipped));
            }
            return;
        }
        for (GroupContent instance : present) {
            if (skipped == Decision.TRUE) {
                findings.add(Findings.skippedGroup(def, instance, ref));
            } else {
                instance(def, instance, scope.in(def, instance));
            }
        }
    }

    private void instance(ItemGroupDef def, GroupContent instance, Scope scope) {
        for (Ref ref : def.itemRefs()) {
            compiled.build().item(ref.oid()).ifPresent(item -> item(ref, item, instance, scope));
        }
    }

    private void item(Ref ref, ItemDef item, GroupContent instance, Scope scope) {
        Decision skipped = compiled.condition(ref.conditionOid(), scope);
        ItemValue value = instance.items().get(item.oid());
        if (value == null) {
            if (ref.mandatory() && ref.methodOid().isEmpty() && skipped != Decision.TRUE) {
                findings.add(Findings.missingItem(item, instance, skipped, language));
            }
            return;
        }
        if (value.text().isEmpty()) {
            return;
        }
        if (skipped == Decision.TRUE) {
            findings.add(Findings.skippedItem(item, instance, ref, language));
        }
        List<CheckFinding> ofValue = new ValueChecks(compiled.build(), item, instance, value, language).findings();
        findings.addAll(ofValue);
        if (ofValue.stream().noneMatch(finding -> finding.kind() == CheckKind.DATA_TYPE)) {
            expressions(item, instance, value, scope);
        }
    }

    /** Fires where the expression is false; where it meets a missing value it is not evaluated. */
    private void expressions(ItemDef item, GroupContent instance, ItemValue value, Scope scope) {
        int number = 0;
        for (RangeCheck check : item.rangeChecks()) {
            if (check.comparator().isEmpty()) {
                number++;
                boolean otherUnit =
                        check.unitOid().isPresent() && !check.unitOid().equals(unit(item, value));
                if (!otherUnit && compiled.holds(check, scope) == Decision.FALSE) {
                    findings.add(Findings.expression(item, instance, check, number, language));
                }
            }
        }
    }

    private static Optional<String> unit(ItemDef item, ItemValue value) {
        return value.unitOid()
                .or(() -> item.units().size() == 1 ? Optional.of(item.units().getFirst()) : Optional.empty());
    }
}
