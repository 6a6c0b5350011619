package org.indelible.protocols.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.jspecify.annotations.Nullable;

/**
 * Computes the items of a form that a method derives (ODM 1.3.2, 3.1.1.3.9 MethodDef). An item is not derived where its
 * condition leaves it out or a value the method needs is missing. Numbers are rounded half up to SignificantDigits.
 */
public final class Derivations {
    private static final int DEPTH = 8;

    private final CompiledBuild compiled;
    private final OtherForms others;

    private Derivations(CompiledBuild compiled, OtherForms others) {
        this.compiled = compiled;
        this.others = others;
    }

    public static List<DerivedValue> of(StudyBuild build, FormContent form) {
        return of(build, form, OtherForms.NONE);
    }

    /** @param others what expressions ask of other forms */
    public static List<DerivedValue> of(StudyBuild build, FormContent form, OtherForms others) {
        return of(CompiledBuilds.of(build), form, others);
    }

    /** Whether a method that can be executed gives the item its value. */
    public static boolean computes(StudyBuild build, Ref item) {
        return item.methodOid().flatMap(CompiledBuilds.of(build)::method).isPresent();
    }

    /** What can be derived, in the order of the form; an item that is derived from derived ones included. */
    public static List<DerivedValue> of(CompiledBuild build, FormContent form, OtherForms others) {
        Derivations derivations = new Derivations(build, others);
        List<DerivedValue> derived = List.of();
        for (int pass = 0; pass < DEPTH; pass++) {
            List<DerivedValue> again = derivations.once(with(form, derived));
            if (again.equals(derived)) {
                return derived;
            }
            derived = again;
        }
        return derived;
    }

    private static FormContent with(FormContent form, List<DerivedValue> derived) {
        List<GroupContent> groups = form.groups().stream()
                .map(group -> {
                    Map<String, ItemValue> items = new LinkedHashMap<>(group.items());
                    derived.stream()
                            .filter(d -> d.groupOid().equals(group.groupOid())
                                    && d.groupKey().equals(group.key()))
                            .forEach(d -> items.put(d.itemOid(), ItemValue.of(d.text())));
                    return new GroupContent(group.groupOid(), group.key(), items);
                })
                .toList();
        return new FormContent(form.eventOid(), form.formOid(), groups);
    }

    private List<DerivedValue> once(FormContent form) {
        List<DerivedValue> derived = new ArrayList<>();
        Scope scope = Scope.ofForm(compiled, form, others);
        Map<String, Ref> groups = new HashMap<>();
        compiled.build()
                .form(form.formOid())
                .map(FormDef::itemGroupRefs)
                .orElse(List.of())
                .forEach(ref -> groups.put(ref.oid(), ref));
        for (GroupContent group : form.groups()) {
            Ref groupRef = groups.get(group.groupOid());
            Optional<ItemGroupDef> def = compiled.build().itemGroup(group.groupOid());
            if (groupRef != null
                    && def.isPresent()
                    && compiled.condition(groupRef.conditionOid(), scope) != Decision.TRUE) {
                group(def.get(), group, scope.in(def.get(), group), derived);
            }
        }
        return derived;
    }

    private void group(ItemGroupDef def, GroupContent group, Scope scope, List<DerivedValue> derived) {
        for (Ref ref : def.itemRefs()) {
            if (ref.methodOid().isPresent() && compiled.condition(ref.conditionOid(), scope) != Decision.TRUE) {
                compiled.method(ref.methodOid().get())
                        .map(method -> method.value(scope))
                        .flatMap(value -> compiled.build().item(ref.oid()).flatMap(item -> lexical(item, value)))
                        .ifPresent(
                                text -> derived.add(new DerivedValue(ref.oid(), group.groupOid(), group.key(), text)));
            }
        }
    }

    private static Optional<String> lexical(ItemDef item, @Nullable Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return Optional.of(rounded(item, BigDecimal.valueOf(number)));
        }
        if (value instanceof Long number) {
            return Optional.of(
                    item.dataType() == DataType.INTEGER
                            ? number.toString()
                            : rounded(item, BigDecimal.valueOf(number)));
        }
        return value instanceof String || value instanceof Boolean ? Optional.of(value.toString()) : Optional.empty();
    }

    private static String rounded(ItemDef item, BigDecimal number) {
        Optional<Integer> digits = item.dataType() == DataType.INTEGER ? Optional.of(0) : item.significantDigits();
        return digits.map(d -> number.setScale(d, RoundingMode.HALF_UP))
                .orElse(number)
                .toPlainString();
    }
}
