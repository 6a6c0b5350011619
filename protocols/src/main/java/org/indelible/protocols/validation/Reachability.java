package org.indelible.protocols.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;

/** Finds containers that hold nothing, and definitions no participant will ever meet. */
final class Reachability {
    private final StudyBuild build;
    private final Remarks remarks;

    Reachability(StudyBuild build, Remarks remarks) {
        this.build = build;
        this.remarks = remarks;
    }

    void report() {
        empty();
        Set<String> events = oids(build.eventRefs().stream());
        Set<String> forms = reached(build.studyEvents().stream()
                .filter(event -> events.contains(event.oid()))
                .map(StudyEventDef::formRefs));
        Set<String> groups = reached(build.forms().stream()
                .filter(form -> forms.contains(form.oid()))
                .map(FormDef::itemGroupRefs));
        Set<String> items = reached(build.itemGroups().stream()
                .filter(group -> groups.contains(group.oid()))
                .map(ItemGroupDef::itemRefs));
        build.studyEvents().stream()
                .filter(event -> !events.contains(event.oid()))
                .forEach(event ->
                        unreachable("StudyEventDef", event.oid(), event.name(), "the protocol does not refer to it"));
        build.forms().stream()
                .filter(form -> !forms.contains(form.oid()))
                .forEach(form -> unreachable("FormDef", form.oid(), form.name(), "no event of the protocol has it"));
        build.itemGroups().stream()
                .filter(group -> !groups.contains(group.oid()))
                .forEach(group ->
                        unreachable("ItemGroupDef", group.oid(), group.name(), "no form that is reached has it"));
        build.items().stream()
                .filter(item -> !items.contains(item.oid()))
                .forEach(item ->
                        unreachable("ItemDef", item.oid(), item.name(), "no item group that is reached has it"));
        unused();
        twiceOnOneForm();
    }

    private static Set<String> reached(Stream<List<Ref>> refs) {
        return oids(refs.flatMap(List::stream));
    }

    private static Set<String> oids(Stream<Ref> refs) {
        return refs.map(Ref::oid).collect(Collectors.toSet());
    }

    private void empty() {
        build.studyEvents().stream()
                .filter(event -> event.formRefs().isEmpty())
                .forEach(event -> remarks.warning(
                        "event-without-forms",
                        "StudyEventDef",
                        event.oid(),
                        "At event " + event.name() + " nothing is collected: it has no forms.",
                        "Add its forms, or remove the event."));
        build.forms().stream()
                .filter(form -> form.itemGroupRefs().isEmpty())
                .forEach(form -> remarks.warning(
                        "form-without-items",
                        "FormDef",
                        form.oid(),
                        "Form " + form.name() + " asks nothing: it has no item groups.",
                        "Add its item groups, or remove the form."));
        build.itemGroups().stream()
                .filter(group -> group.itemRefs().isEmpty())
                .forEach(group -> remarks.warning(
                        "group-without-items",
                        "ItemGroupDef",
                        group.oid(),
                        "Item group " + group.name() + " asks nothing: it has no items.",
                        "Add its items, or remove the group."));
        build.codeLists().stream()
                .filter(list -> list.entries().isEmpty() && list.external().isEmpty())
                .forEach(list -> remarks.warning(
                        "empty-code-list",
                        "CodeList",
                        list.oid(),
                        "Code list " + list.name() + " permits no value.",
                        "Add its values, or take it from the items that use it."));
    }

    private void unreachable(String element, String oid, String name, String why) {
        remarks.warning(
                "unreachable",
                element,
                oid,
                element + " " + oid + (name.equals(oid) ? "" : " (" + name + ")") + " is never collected: " + why + ".",
                "Refer to it where it belongs, or remove it.");
    }

    private void unused() {
        Set<String> lists = build.items().stream()
                .flatMap(item -> item.codeListOid().stream())
                .collect(Collectors.toSet());
        build.codeLists().stream()
                .map(CodeList::oid)
                .filter(oid -> !lists.contains(oid))
                .forEach(oid -> unused("CodeList", oid));
        Set<String> conditions = new HashSet<>();
        Set<String> methods = new HashSet<>();
        everyRef().forEach(ref -> {
            ref.conditionOid().ifPresent(conditions::add);
            ref.methodOid().ifPresent(methods::add);
        });
        build.conditions().stream()
                .map(condition -> condition.oid())
                .filter(oid -> !conditions.contains(oid))
                .forEach(oid -> unused("ConditionDef", oid));
        build.methods().stream()
                .map(method -> method.oid())
                .filter(oid -> !methods.contains(oid))
                .forEach(oid -> unused("MethodDef", oid));
    }

    private Stream<Ref> everyRef() {
        return Stream.of(
                        build.eventRefs().stream(),
                        build.studyEvents().stream().flatMap(event -> event.formRefs().stream()),
                        build.forms().stream().flatMap(form -> form.itemGroupRefs().stream()),
                        build.itemGroups().stream().flatMap(group -> group.itemRefs().stream()))
                .flatMap(refs -> refs);
    }

    private void unused(String element, String oid) {
        remarks.info("unused", element, oid, element + " " + oid + " is used by nothing.", "Use it, or remove it.");
    }

    /** An item in two groups of one form has two values, and an expression cannot tell which is meant. */
    private void twiceOnOneForm() {
        for (FormDef form : build.forms()) {
            Map<String, String> firstGroup = new HashMap<>();
            for (Ref group : form.itemGroupRefs()) {
                build.itemGroup(group.oid())
                        .map(ItemGroupDef::itemRefs)
                        .orElse(List.of())
                        .forEach(item -> {
                            String first = firstGroup.putIfAbsent(item.oid(), group.oid());
                            if (first != null) {
                                remarks.warning(
                                        "item-twice-on-form",
                                        "ItemDef",
                                        item.oid(),
                                        "Form " + form.oid() + " asks " + name(item.oid()) + " twice, in " + first
                                                + " and " + group.oid() + ".",
                                        "Ask it once, or define a second item.");
                            }
                        });
            }
        }
    }

    private String name(String itemOid) {
        return build.item(itemOid).map(ItemDef::name).orElse(itemOid);
    }
}
