package org.indelible.readmodel.casebook;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.casebook.ItemRows.ItemRow;
import org.indelible.readmodel.casebook.VisitStates.VisitState;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.trial.StudyBuilds;

/** Puts rows together into visits, forms and groups, in the order of the study build; what it does not know comes last. */
record CasebookAssembly(
        StudyBuilds builds,
        Optional<StudyBuild> build,
        List<ItemRow> items,
        DisclosedTexts.Reading texts,
        List<FormState> forms,
        List<VisitState> visits,
        List<SignatureRow> signatures) {

    private record Visit(String oid, Optional<String> key) {}

    private record Group(String oid, Optional<String> key) {}

    List<EventView> events() {
        Map<FormPoint, List<ItemRow>> byForm = byForm();
        Set<Visit> known = new LinkedHashSet<>();
        visits.forEach(visit -> known.add(new Visit(visit.event(), visit.eventKey())));
        forms.forEach(
                form -> known.add(new Visit(form.form().event(), form.form().eventKey())));
        List<String> order = build.map(
                        b -> b.studyEvents().stream().map(StudyEventDef::oid).toList())
                .orElse(List.of());
        return known.stream()
                .sorted(Comparator.comparingInt((Visit visit) -> place(order, visit.oid()))
                        .thenComparing(Visit::oid)
                        .thenComparing(Visit::key, KeyOrder.OPTIONAL))
                .map(visit -> event(visit, byForm))
                .toList();
    }

    Optional<FormView> form(FormPoint point) {
        return forms.stream()
                .filter(state -> state.form().equals(point))
                .findFirst()
                .map(state -> view(state, byForm().getOrDefault(point, List.of())));
    }

    private Map<FormPoint, List<ItemRow>> byForm() {
        return items.stream().collect(Collectors.groupingBy(row -> row.point().formPoint()));
    }

    private EventView event(Visit visit, Map<FormPoint, List<ItemRow>> byForm) {
        Optional<StudyEventDef> definition = build.flatMap(b -> b.event(visit.oid()));
        List<String> order = definition.map(def -> oids(def.formRefs())).orElse(List.of());
        List<FormView> views = forms.stream()
                .filter(state -> state.form().event().equals(visit.oid())
                        && state.form().eventKey().equals(visit.key()))
                .sorted(Comparator.comparingInt(
                                (FormState state) -> place(order, state.form().form()))
                        .thenComparing(state -> state.form().formKey(), KeyOrder.OPTIONAL))
                .map(state -> view(state, byForm.getOrDefault(state.form(), List.of())))
                .toList();
        Optional<VisitState> state = visits.stream()
                .filter(v -> v.event().equals(visit.oid()) && v.eventKey().equals(visit.key()))
                .findFirst();
        return new EventView(
                visit.oid(),
                visit.key(),
                VisitStates.status(
                        state,
                        definition,
                        views.stream().map(FormView::oid).collect(Collectors.toSet()),
                        views.stream().map(FormView::status).toList()),
                state.flatMap(VisitState::on).map(Object::toString),
                state.map(VisitState::provenance),
                views);
    }

    private FormView view(FormState state, List<ItemRow> rows) {
        Optional<StudyBuild> definition = state.build().flatMap(builds::find).or(() -> build);
        Optional<FormDef> form = definition.flatMap(b -> b.form(state.form().form()));
        List<SignatureRow> covering =
                signatures.stream().filter(s -> s.covers(state.form())).toList();
        return new FormView(
                state.form().form(),
                state.form().formKey(),
                state.status(definition, covering),
                state.build(),
                state.lastChange(),
                groups(
                        rows,
                        definition,
                        form.map(def -> oids(def.itemGroupRefs())).orElse(List.of())),
                covering);
    }

    private List<GroupView> groups(List<ItemRow> rows, Optional<StudyBuild> definition, List<String> order) {
        Map<Group, List<ItemRow>> byGroup = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Group(row.point().group(), row.point().groupKey()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byGroup.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Group, List<ItemRow>> e) ->
                                place(order, e.getKey().oid()))
                        .thenComparing(e -> e.getKey().key(), KeyOrder.OPTIONAL))
                .map(e -> group(
                        e.getKey(),
                        e.getValue(),
                        definition.isPresent() && !order.contains(e.getKey().oid()),
                        definition.flatMap(b -> b.itemGroup(e.getKey().oid()))))
                .toList();
    }

    /** @param orphaned whether the group as a whole has no place in the form any more */
    private GroupView group(Group group, List<ItemRow> rows, boolean orphaned, Optional<ItemGroupDef> definition) {
        List<String> order = definition.map(def -> oids(def.itemRefs())).orElse(List.of());
        List<ItemView> views = rows.stream()
                .sorted(Comparator.comparingInt(row -> place(order, row.point().item())))
                .map(row -> item(
                        row,
                        orphaned
                                || definition.isPresent()
                                        && !order.contains(row.point().item())))
                .toList();
        return new GroupView(group.oid(), group.key(), views.stream().allMatch(ItemView::inactivated), views);
    }

    private ItemView item(ItemRow row, boolean orphaned) {
        return new ItemView(
                row.point().item(),
                row.value().as(texts),
                row.inactivated(),
                row.version(),
                row.seq(),
                orphaned,
                row.openQueries(),
                row.verified(),
                row.provenance());
    }

    private static List<String> oids(List<Ref> refs) {
        return refs.stream().map(Ref::oid).toList();
    }

    private static int place(List<String> order, String oid) {
        int index = order.indexOf(oid);
        return index < 0 ? Integer.MAX_VALUE : index;
    }
}
