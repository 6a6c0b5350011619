package org.indelible.protocols.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.StudyBuild;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at one place of a form: the value in the same item group instance, else in a group of the form that does not
 * repeat. A missing value, or one that is not of its data type, is null.
 */
final class Scope {
    private final StudyBuild build;
    private final VariableNames names;
    private final Map<String, Object> values;

    private Scope(StudyBuild build, VariableNames names, Map<String, Object> values) {
        this.build = build;
        this.names = names;
        this.values = values;
    }

    static Scope ofForm(CompiledBuild compiled, FormContent form, OtherForms others) {
        StudyBuild build = compiled.build();
        Scope scope = new Scope(build, compiled.names(), new HashMap<>(Map.of(CelEnvironment.EVENT, form.eventOid())));
        compiled.references().forEach(reference -> scope.look(reference, form, others));
        form.groups().stream()
                .filter(group -> build.itemGroup(group.groupOid())
                        .filter(def -> !def.repeating())
                        .isPresent())
                .forEach(scope::add);
        return scope;
    }

    Scope in(ItemGroupDef def, GroupContent group) {
        if (!def.repeating()) {
            return this;
        }
        Scope inner = new Scope(build, names, new HashMap<>(values));
        inner.add(group);
        return inner;
    }

    private void add(GroupContent group) {
        group.items().forEach((oid, value) -> build.item(oid).ifPresent(item -> add(item, value)));
    }

    private void look(Reference reference, FormContent form, OtherForms others) {
        String event = reference.event().isEmpty() ? form.eventOid() : reference.event();
        names.item(reference.variable())
                .ifPresent(item -> others.value(event, item.oid())
                        .flatMap(ItemValue::text)
                        .flatMap(text -> typed(item, text))
                        .ifPresent(typed -> values.put(reference.name(), typed)));
    }

    private void add(ItemDef item, ItemValue value) {
        names.ofItem(item.oid()).ifPresent(name -> add(name, item, value));
    }

    private void add(String name, ItemDef item, ItemValue value) {
        Object typed = value.text().flatMap(text -> typed(item, text)).orElse(null);
        if (typed == null) {
            values.remove(name);
        } else {
            values.put(name, typed);
        }
        unit(item, value).map(MeasurementUnit::name).ifPresent(u -> values.put(CelEnvironment.unitOf(name), u));
    }

    /** The unit recorded, else the only one there is. */
    private Optional<MeasurementUnit> unit(ItemDef item, ItemValue value) {
        return value.unitOid()
                .or(() -> item.units().size() == 1 ? Optional.of(item.units().getFirst()) : Optional.empty())
                .flatMap(build::unit);
    }

    private static Optional<Object> typed(ItemDef item, String text) {
        Optional<String> canonical = LexicalValue.canonical(item.dataType(), text);
        return switch (item.dataType()) {
            case INTEGER -> canonical.filter(t -> t.length() <= 18).map(Long::valueOf);
            case FLOAT, DOUBLE -> LexicalValue.number(item.dataType(), text).map(Number::doubleValue);
            default -> canonical.map(valid -> text);
        };
    }

    @Nullable
    Object value(String name) {
        return values.get(name);
    }
}
