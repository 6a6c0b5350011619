package org.indelible.protocols.design;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.design.DesignEdit.Move;
import org.indelible.protocols.design.DesignEdit.Remove;

/** Takes definitions out of what they stand in, and moves them within it. What nothing refers to any more for that goes too. */
final class Removal {
    private Removal() {}

    static String remove(Workbench bench, Remove edit) {
        Set<String> groupsBefore = referredGroups(bench);
        Set<String> itemsBefore = referredItems(bench);
        switch (edit.kind()) {
            case EVENT -> {
                bench.events.remove(bench.event(edit.oid()).oid());
                bench.eventRefs = Workbench.without(bench.eventRefs, edit.oid());
            }
            case FORM -> form(bench, edit);
            case GROUP -> {
                FormDef form = bench.form(edit.container());
                bench.forms.put(
                        form.oid(), FormEdits.withGroups(form, Workbench.without(form.itemGroupRefs(), edit.oid())));
            }
            case ITEM -> {
                ItemGroupDef group = bench.group(edit.container());
                bench.groups.put(
                        group.oid(), GroupEdits.withItems(group, Workbench.without(group.itemRefs(), edit.oid())));
            }
            case CODE_LIST -> codeList(bench, edit.oid());
        }
        groupsBefore.removeAll(referredGroups(bench));
        bench.groups.keySet().removeAll(groupsBefore);
        itemsBefore.removeAll(referredItems(bench));
        bench.items.keySet().removeAll(itemsBefore);
        Conditions.prune(bench);
        return "";
    }

    private static void form(Workbench bench, Remove edit) {
        if (!edit.container().isEmpty()) {
            StudyEventDef event = bench.event(edit.container());
            bench.events.put(event.oid(), EventEdits.withForms(event, Workbench.without(event.formRefs(), edit.oid())));
            return;
        }
        bench.forms.remove(bench.form(edit.oid()).oid());
        bench.events.replaceAll(
                (oid, event) -> EventEdits.withForms(event, Workbench.without(event.formRefs(), edit.oid())));
    }

    private static void codeList(Workbench bench, String oid) {
        bench.codeList(oid);
        List<String> users = bench.items.values().stream()
                .filter(item -> item.codeListOid().filter(oid::equals).isPresent())
                .map(ItemDef::name)
                .toList();
        if (!users.isEmpty()) {
            throw new EditRefusedException(
                    "code-list-used",
                    "",
                    "Items are answered by this code list: " + String.join(", ", users) + ".",
                    "Give them another one first.");
        }
        bench.codeLists.remove(oid);
    }

    static String move(Workbench bench, Move edit) {
        switch (edit.kind()) {
            case EVENT -> bench.eventRefs = Workbench.moved(bench.eventRefs, edit.oid(), edit.earlier());
            case FORM -> {
                StudyEventDef event = bench.event(edit.container());
                bench.events.put(event.oid(), EventEdits.withForms(event, moved(event.formRefs(), edit)));
            }
            case GROUP -> {
                FormDef form = bench.form(edit.container());
                bench.forms.put(form.oid(), FormEdits.withGroups(form, moved(form.itemGroupRefs(), edit)));
            }
            case ITEM -> {
                ItemGroupDef group = bench.group(edit.container());
                bench.groups.put(group.oid(), GroupEdits.withItems(group, moved(group.itemRefs(), edit)));
            }
            case CODE_LIST ->
                throw new EditRefusedException(
                        "order-of-code-lists", "", "Code lists have no order.", "Order the values within one.");
        }
        return edit.oid();
    }

    private static List<Ref> moved(List<Ref> refs, Move edit) {
        return Workbench.moved(refs, edit.oid(), edit.earlier());
    }

    private static Set<String> referredGroups(Workbench bench) {
        return oids(bench.forms.values().stream().flatMap(form -> form.itemGroupRefs().stream()));
    }

    private static Set<String> referredItems(Workbench bench) {
        return oids(bench.groups.values().stream().flatMap(group -> group.itemRefs().stream()));
    }

    private static Set<String> oids(Stream<Ref> refs) {
        return refs.map(Ref::oid).collect(Collectors.toSet());
    }
}
