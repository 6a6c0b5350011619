package org.indelible.casebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;

/** What is recorded of a form, as controls and checks take it. */
final class RecordedForm {
    private RecordedForm() {}

    static FieldInput.Entry entry(ItemView view, ItemDef item, StudyBuild build, String language) {
        if (view.inactivated()) {
            return FieldInput.Entry.NOTHING;
        }
        String text = view.value().text().flatMap(value -> value.present()).orElse("");
        String unit = view.value()
                .unit()
                .flatMap(symbol -> unitOid(item, build, symbol, language))
                .orElse("");
        String flavour = view.value().nullFlavour().map(ShownValue::flavour).orElse("");
        return new FieldInput.Entry(text, unit, flavour);
    }

    private static Optional<String> unitOid(ItemDef item, StudyBuild build, String symbol, String language) {
        return item.units().stream()
                .flatMap(oid -> build.unit(oid).stream())
                .filter(unit -> unit.oid().equals(symbol)
                        || unit.name().equals(symbol)
                        || unit.label(language).equals(symbol))
                .findFirst()
                .map(MeasurementUnit::oid);
    }

    /** Whether the form holds what was typed into this field. */
    static boolean holds(Optional<FormView> form, FieldInput field, StudyBuild build, String language) {
        return form.stream()
                .flatMap(view -> view.groups().stream())
                .filter(group -> group.oid().equals(field.group())
                        && group.key().orElse("").equals(field.groupKey()))
                .flatMap(group -> group.items().stream())
                .filter(item -> item.oid().equals(field.item()))
                .anyMatch(item -> build.item(item.oid())
                        .filter(def -> entry(item, def, build, language)
                                .meant()
                                .equals(field.now().meant()))
                        .isPresent());
    }

    /** The form as it would stand if what is typed were saved, and whatever else is asked about, so that it can be told what is not. */
    static FormContent content(
            StudyBuild build, FormAddress address, Optional<FormView> view, Optional<FormSave> typed, boolean all) {
        Map<List<String>, Map<String, ItemValue>> groups = new LinkedHashMap<>();
        if (all) {
            build.form(address.form()).stream()
                    .flatMap(def -> def.itemGroupRefs().stream())
                    .flatMap(ref -> build.itemGroup(ref.oid()).stream())
                    .filter(group -> !group.repeating())
                    .forEach(group -> groups.put(List.of(group.oid(), ""), new LinkedHashMap<>()));
        }
        view.stream()
                .flatMap(form -> form.groups().stream())
                .filter(group -> !group.inactivated())
                .map(group -> content(group, build))
                .forEach(group ->
                        groups.put(List.of(group.groupOid(), group.key()), new LinkedHashMap<>(group.items())));
        typed.stream().flatMap(save -> save.fields().stream()).forEach(field -> put(groups, field, all));
        return new FormContent(
                address.event(),
                address.form(),
                groups.entrySet().stream()
                        .map(group -> new GroupContent(
                                group.getKey().get(0), group.getKey().get(1), group.getValue()))
                        .toList());
    }

    private static void put(Map<List<String>, Map<String, ItemValue>> groups, FieldInput field, boolean all) {
        List<String> key = List.of(field.group(), field.groupKey());
        FieldInput.Entry now = field.now().meant();
        if (now.empty()) {
            groups.getOrDefault(key, new LinkedHashMap<>()).remove(field.item());
            if (all) {
                groups.computeIfAbsent(key, none -> new LinkedHashMap<>());
            }
            return;
        }
        groups.computeIfAbsent(key, none -> new LinkedHashMap<>())
                .put(
                        field.item(),
                        now.flavour().isEmpty()
                                ? new ItemValue(Optional.of(now.text()), FormAddress.present(now.unit()))
                                : ItemValue.nullFlavour());
    }

    private static GroupContent content(GroupView group, StudyBuild build) {
        Map<String, ItemValue> items = new LinkedHashMap<>();
        for (ItemView view : group.items()) {
            if (!view.inactivated()) {
                build.item(view.oid())
                        .flatMap(item -> value(view, item, build))
                        .ifPresent(v -> items.put(view.oid(), v));
            }
        }
        return new GroupContent(group.oid(), group.key().orElse(""), items);
    }

    /** Of a value that is erased or withheld nothing can be said, so no check is asked. */
    static Optional<ItemValue> value(ItemView view, ItemDef item, StudyBuild build) {
        if (view.value().nullFlavour().isPresent()) {
            return Optional.of(ItemValue.nullFlavour());
        }
        FieldInput.Entry entry = entry(view, item, build, "en");
        boolean unreadable = view.value().text().isPresent() && entry.text().isEmpty();
        if (unreadable) {
            return Optional.of(ItemValue.nullFlavour());
        }
        return entry.text().isEmpty()
                ? Optional.empty()
                : Optional.of(new ItemValue(Optional.of(entry.text()), FormAddress.present(entry.unit())));
    }
}
