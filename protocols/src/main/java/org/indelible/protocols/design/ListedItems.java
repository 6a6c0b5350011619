package org.indelible.protocols.design;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.design.DesignEdit.AddCodeList;
import org.indelible.protocols.design.DesignEdit.AddForm;
import org.indelible.protocols.design.DesignEdit.AddGroup;
import org.indelible.protocols.design.DesignEdit.AddItem;
import org.indelible.protocols.design.DesignEdit.AddListedItems;
import org.indelible.protocols.design.DesignEdit.FormFields;
import org.indelible.protocols.design.DesignEdit.GroupFields;
import org.indelible.protocols.design.DesignEdit.ItemFields;
import org.indelible.protocols.design.DesignEdit.PutCheck;

/** Lays the items of a list out on forms: forms and groups are known by their names, code lists by their values. */
final class ListedItems {
    private ListedItems() {}

    static String add(Workbench bench, AddListedItems edit) {
        String first = "";
        for (ListedItem listed : edit.items()) {
            FormDef form = form(bench, listed.form());
            ItemGroupDef group = group(bench, form, listed);
            ItemFields fields = listed.item();
            String oid = ItemEdits.add(
                    bench,
                    new AddItem(
                            group.oid(),
                            new ItemFields(
                                    fields.question(),
                                    fields.name(),
                                    fields.help(),
                                    fields.type(),
                                    fields.length(),
                                    fields.significantDigits(),
                                    fields.mandatory(),
                                    fields.units(),
                                    codeList(bench, listed),
                                    fields.flags(),
                                    fields.leftOutWhen())));
            for (RangeCheck check : listed.checks()) {
                CheckEdits.put(bench, new PutCheck(oid, Optional.empty(), check));
            }
            first = first.isEmpty() ? form.oid() : first;
        }
        return first;
    }

    private static FormDef form(Workbench bench, String name) {
        return bench.forms.values().stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseGet(() ->
                        bench.form(FormEdits.add(bench, new AddForm(new FormFields(name, "", false), List.of()))));
    }

    private static ItemGroupDef group(Workbench bench, FormDef form, ListedItem listed) {
        return bench.form(form.oid()).itemGroupRefs().stream()
                .map(Ref::oid)
                .map(bench::group)
                .filter(group -> group.name().equals(listed.group()))
                .findFirst()
                .orElseGet(() -> bench.group(GroupEdits.add(
                        bench,
                        new AddGroup(form.oid(), new GroupFields(listed.group(), "", listed.repeating(), false)))));
    }

    private static Optional<String> codeList(Workbench bench, ListedItem listed) {
        if (listed.codes().isEmpty()) {
            return Optional.empty();
        }
        DataType type = listed.item().type() == DataType.INTEGER ? DataType.INTEGER : DataType.TEXT;
        return bench.codeLists.values().stream()
                .filter(list ->
                        list.dataType() == type && says(bench, list.entries()).equals(says(bench, listed.codes())))
                .findFirst()
                .map(list -> list.oid())
                .or(() -> Optional.of(
                        CodeListEdits.add(bench, new AddCodeList(listed.item().question(), type, listed.codes()))));
    }

    private static List<List<String>> says(Workbench bench, List<CodeListEntry> entries) {
        return entries.stream()
                .map(entry -> List.of(entry.codedValue(), entry.decode().in(bench.language)))
                .toList();
    }
}
