package org.indelible.casebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.CheckEvent.CheckQueryRaised;
import org.indelible.casebook.CheckEvent.CheckQuerySatisfied;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.BuiltInChecks;
import org.indelible.protocols.check.CheckFinding;
import org.indelible.protocols.check.CheckKind;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.indelible.shared.SaveId;
import org.jspecify.annotations.Nullable;

/**
 * Queries that checks raise when a value that does not pass is saved, and close when it passes. What is still missing is no query: the form is in progress and on the
 * site's work list until it is there.
 */
final class CheckQueries {
    private static final Set<CheckKind> OF_COMPLETENESS = Set.of(CheckKind.MANDATORY_ITEM, CheckKind.MANDATORY_GROUP);

    private static final ItemValue CLEARED = ItemValue.of("");

    private record Asked(ItemRef item, String check) {}

    private final Registered casebook;
    private final FormRef form;
    private final StudyBuild build;
    private final FormState before;
    private final FormState after;

    private CheckQueries(Registered casebook, FormRef form, StudyBuild build, FormState before, FormState after) {
        this.casebook = casebook;
        this.form = form;
        this.build = build;
        this.before = before;
        this.after = after;
    }

    /** @param events of one save */
    static List<CasebookEvent> follow(
            Registered casebook, FormRef form, SaveId save, List<CasebookEvent> events, StudyBuilds builds) {
        Records records = casebook.records();
        for (CasebookEvent event : events) {
            if (event instanceof RecordingEvent recording) {
                records = records.evolve(recording, Long.MAX_VALUE);
            }
        }
        FormState after = records.form(form);
        if (after.build().isEmpty()) {
            return List.of();
        }
        StudyBuild build = builds.require(after.build().get());
        return new CheckQueries(casebook, form, build, casebook.records().form(form), after).queries(save);
    }

    private List<CasebookEvent> queries(SaveId save) {
        Map<Asked, CheckFinding> was = findings(before);
        Map<Asked, CheckFinding> now = findings(after);
        Map<Asked, QueryId> outstanding = outstanding();
        List<CasebookEvent> events = new ArrayList<>();
        outstanding.forEach((asked, query) -> {
            if (!now.containsKey(asked)) {
                events.add(new CheckQuerySatisfied(query));
            }
        });
        now.forEach((asked, finding) -> {
            boolean fires = finding.fires() && (!fired(was.get(asked)) || changed(asked.item()));
            if (fires && !outstanding.containsKey(asked)) {
                events.add(raised(save, events.size(), asked, finding));
            }
        });
        return events;
    }

    private static boolean fired(@Nullable CheckFinding finding) {
        return finding != null && finding.fires();
    }

    private boolean changed(ItemRef item) {
        return !before.item(item)
                .map(DataPoint::version)
                .equals(after.item(item).map(DataPoint::version));
    }

    private CheckQueryRaised raised(SaveId save, int n, Asked asked, CheckFinding finding) {
        return new CheckQueryRaised(
                new QueryId("check:" + save.value() + ":" + n),
                form,
                asked.item(),
                asked.check(),
                finding.hard(),
                Disclosable.of(text(asked, finding), DisclosureClass.FREE_TEXT));
    }

    /** The words of a finding quote the value, which queries about what identifies or unblinds must not. */
    private String text(Asked asked, CheckFinding finding) {
        Optional<ItemDef> item = build.item(asked.item().itemOid());
        boolean quotable =
                item.map(def -> !def.identifying() && !def.blinding()).orElse(false);
        return quotable
                ? finding.message()
                : item.map(def -> def.label("en")).orElse(asked.item().itemOid()) + ": please check this value ("
                        + asked.check() + ").";
    }

    private Map<Asked, QueryId> outstanding() {
        Map<Asked, QueryId> queries = new LinkedHashMap<>();
        casebook.queries().outstanding().forEach(id -> {
            Queries.Query query = casebook.queries().all().get(id);
            if (query != null && query.form().equals(form)) {
                query.check()
                        .ifPresent(check -> query.item().ifPresent(item -> queries.put(new Asked(item, check), id)));
            }
        });
        return queries.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> one.value().compareTo(other.value())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** What does not pass, or cannot be decided, item by item. */
    private Map<Asked, CheckFinding> findings(FormState state) {
        Map<Asked, CheckFinding> findings = new LinkedHashMap<>();
        BuiltInChecks.evaluate(build, content(state), new CasebookValues(casebook.records()), "en").stream()
                .filter(finding -> !OF_COMPLETENESS.contains(finding.kind()))
                .forEach(finding -> finding.itemOid()
                        .flatMap(item -> finding.groupKey()
                                .map(key -> new GroupRef(finding.groupOid(), new RepeatKey(key)).item(item)))
                        .ifPresent(item -> findings.put(new Asked(item, finding.checkId()), finding)));
        return findings;
    }

    private FormContent content(FormState state) {
        Map<GroupRef, Map<String, ItemValue>> groups = new LinkedHashMap<>();
        state.items().entrySet().stream()
                .filter(item -> state.active() && item.getValue().active())
                .sorted(Map.Entry.comparingByKey(ItemRef.ORDER))
                .forEach(item -> groups.computeIfAbsent(item.getKey().group(), group -> new LinkedHashMap<>())
                        .put(item.getKey().itemOid(), value(item.getValue())));
        groups.values().forEach(items -> items.values().removeIf(CheckQueries::cleared));
        return new FormContent(
                form.eventOid(),
                form.formOid(),
                groups.entrySet().stream()
                        .map(group -> new GroupContent(
                                group.getKey().groupOid(),
                                group.getKey().groupKey().value(),
                                group.getValue()))
                        .toList());
    }

    static boolean cleared(ItemValue value) {
        return value.equals(CLEARED);
    }

    /** Nothing can be said of a value that is erased or withheld, so no check is asked. */
    static ItemValue value(DataPoint point) {
        if (point.nullFlavour().isPresent()) {
            return ItemValue.nullFlavour();
        }
        return point.value()
                .present()
                .map(text -> text.map(entered -> new ItemValue(Optional.of(entered), point.unitOid()))
                        .orElse(CLEARED))
                .orElseGet(ItemValue::nullFlavour);
    }
}
