package org.indelible.protocols.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;

/** The definitions of one build as subjects, with what each contains or refers to. */
final class Catalogue {
    private static final Subject PROTOCOL = new Subject(Kind.STUDY, "", "");

    private final Map<Kind, Map<String, Subject>> subjects = new LinkedHashMap<>();
    private final Map<Subject, List<Subject>> contents = new LinkedHashMap<>();
    private final StudyBuild build;

    Catalogue(StudyBuild build) {
        this.build = build;
        build.arms().forEach(arm -> add(Kind.ARM, arm.oid(), arm.name()));
        build.epochs().forEach(epoch -> add(Kind.EPOCH, epoch.oid(), epoch.name()));
        build.studyEvents().forEach(event -> add(Kind.EVENT, event.oid(), event.name()));
        build.forms().forEach(form -> add(Kind.FORM, form.oid(), form.name()));
        build.itemGroups().forEach(group -> add(Kind.ITEM_GROUP, group.oid(), group.name()));
        build.items().forEach(item -> add(Kind.ITEM, item.oid(), item.name()));
        build.codeLists().forEach(list -> add(Kind.CODE_LIST, list.oid(), list.name()));
        build.units().forEach(unit -> add(Kind.UNIT, unit.oid(), unit.name()));
        build.conditions().forEach(condition -> add(Kind.CONDITION, condition.oid(), condition.name()));
        build.methods().forEach(method -> add(Kind.METHOD, method.oid(), method.name()));
        link();
    }

    /** The study as the subject of a change. */
    static Subject study(StudyBuild build) {
        return new Subject(Kind.STUDY, build.studyOid(), build.studyName());
    }

    private void add(Kind kind, String oid, String name) {
        subjects.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(oid, new Subject(kind, oid, name));
    }

    private void link() {
        refs(PROTOCOL, build.eventRefs(), Kind.EVENT);
        for (StudyEventDef event : build.studyEvents()) {
            refs(subject(Kind.EVENT, event.oid()), event.formRefs(), Kind.FORM);
        }
        for (FormDef form : build.forms()) {
            refs(subject(Kind.FORM, form.oid()), form.itemGroupRefs(), Kind.ITEM_GROUP);
        }
        for (ItemGroupDef group : build.itemGroups()) {
            refs(subject(Kind.ITEM_GROUP, group.oid()), group.itemRefs(), Kind.ITEM);
        }
        for (ItemDef item : build.items()) {
            Subject subject = subject(Kind.ITEM, item.oid());
            item.codeListOid().ifPresent(list -> link(subject, Kind.CODE_LIST, list));
            item.units().forEach(unit -> link(subject, Kind.UNIT, unit));
        }
    }

    private void refs(Subject container, List<Ref> refs, Kind target) {
        for (Ref ref : refs) {
            link(container, target, ref.oid());
            ref.conditionOid().ifPresent(oid -> link(container, Kind.CONDITION, oid));
            ref.methodOid().ifPresent(oid -> link(container, Kind.METHOD, oid));
        }
    }

    private void link(Subject container, Kind kind, String oid) {
        contents.computeIfAbsent(container, c -> new ArrayList<>()).add(subject(kind, oid));
    }

    /** The definition with this OID; one that is only referred to is named by its OID. */
    Subject subject(Kind kind, String oid) {
        return subjects.getOrDefault(kind, Map.of()).getOrDefault(oid, new Subject(kind, oid, oid));
    }

    List<Subject> all() {
        return subjects.values().stream()
                .flatMap(byOid -> byOid.values().stream())
                .toList();
    }

    boolean has(Kind kind, String oid) {
        return subjects.getOrDefault(kind, Map.of()).containsKey(oid);
    }

    /** What it contains or refers to, directly or through these. */
    Set<Subject> reachable(Subject from) {
        Set<Subject> reached = new LinkedHashSet<>();
        List<Subject> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (Subject next : contents.getOrDefault(open.removeFirst(), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    /** Events, forms and groups whose references lead directly to it. */
    List<Subject> containers(Subject target) {
        return contents.entrySet().stream()
                .filter(entry -> entry.getKey() != PROTOCOL && entry.getValue().contains(target))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the reference from one to the other is mandatory; false where there is none. */
    boolean requires(Subject container, Subject target) {
        return refs(container).stream().anyMatch(ref -> ref.oid().equals(target.oid()) && ref.mandatory());
    }

    private List<Ref> refs(Subject container) {
        return switch (container.kind()) {
            case EVENT ->
                build.event(container.oid()).map(StudyEventDef::formRefs).orElse(List.of());
            case FORM -> build.form(container.oid()).map(FormDef::itemGroupRefs).orElse(List.of());
            case ITEM_GROUP ->
                build.itemGroup(container.oid()).map(ItemGroupDef::itemRefs).orElse(List.of());
            default -> List.of();
        };
    }
}
