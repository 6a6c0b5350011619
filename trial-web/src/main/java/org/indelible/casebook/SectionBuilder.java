package org.indelible.casebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.authority.Act;
import org.indelible.casebook.Field.Choice;
import org.indelible.casebook.Field.Control;
import org.indelible.casebook.Field.Marks;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.OtherForms;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the sections of one form for one request; fields are numbered as they come. */
final class SectionBuilder {
    /** A table with more columns is harder to read than one block per row. */
    private static final int MOST_COLUMNS = 7;

    private final TrialPage page;
    private final String participant;
    private final StudyBuild build;
    private final FormAddress address;
    private final Optional<FormView> form;
    private final FormTyped typed;
    private final List<QueryLine> queries;
    private final Say say;
    private final ValueHistory history;
    private final long lastSigned;
    private final boolean late;
    private final FormChecks checks;
    private int next;

    SectionBuilder(
            TrialPage page,
            String participant,
            StudyBuild build,
            FormAddress address,
            Optional<FormView> form,
            FormTyped typed,
            List<QueryLine> queries,
            Say say,
            ValueHistory history,
            OtherForms others) {
        this.page = page;
        this.participant = participant;
        this.build = build;
        this.address = address;
        this.form = form;
        this.typed = typed;
        this.queries = queries;
        this.say = say;
        this.history = history;
        this.lastSigned = form.stream()
                .flatMap(view -> view.signatures().stream())
                .mapToLong(signature -> signature.provenance().entry())
                .max()
                .orElse(-1);
        this.late = lastSigned >= 0
                || form.stream()
                        .flatMap(view -> view.groups().stream())
                        .flatMap(group -> group.items().stream())
                        .anyMatch(ItemView::verified);
        this.checks = FormChecks.of(build, address, form, typed.save(), others);
    }

    List<Section> sections(FormDef def) {
        return def.itemGroupRefs().stream()
                .flatMap(ref -> build.itemGroup(ref.oid()).stream())
                .map(this::section)
                .toList();
    }

    private Section section(ItemGroupDef group) {
        boolean table = group.repeating() && group.itemRefs().size() <= MOST_COLUMNS;
        List<Section.Row> rows = new ArrayList<>();
        keys(group)
                .forEach((key, recorded) -> rows.add(new Section.Row(
                        key,
                        rows.size() + 1,
                        recorded.map(GroupView::inactivated).orElse(false),
                        recorded.isEmpty(),
                        fields(group, key, recorded, table))));
        return new Section(
                group.oid(), group.name(), group.description().in(say.language()), group.repeating(), table, rows);
    }

    /** Recorded rows, then those being typed, then a new one where it was asked for or there is none. */
    private Map<String, Optional<GroupView>> keys(ItemGroupDef group) {
        Map<String, Optional<GroupView>> keys = new LinkedHashMap<>();
        form.stream()
                .flatMap(view -> view.groups().stream())
                .filter(view -> view.oid().equals(group.oid()))
                .forEach(view -> keys.put(view.key().orElse(""), Optional.of(view)));
        typed.save().stream()
                .flatMap(save -> save.fields().stream())
                .filter(field -> field.group().equals(group.oid()))
                .forEach(field -> keys.putIfAbsent(field.groupKey(), Optional.empty()));
        boolean asked = typed.addRow().filter(group.oid()::equals).isPresent();
        if (keys.isEmpty() || group.repeating() && asked) {
            keys.put(group.repeating() ? RepeatKeys.fresh() : "", Optional.empty());
        }
        return keys;
    }

    private List<Field> fields(ItemGroupDef group, String key, Optional<GroupView> recorded, boolean table) {
        return group.itemRefs().stream()
                .flatMap(ref ->
                        build.item(ref.oid()).map(item -> field(group, key, ref, item, recorded, table)).stream())
                .toList();
    }

    private Field field(ItemGroupDef group, String key, Ref ref, ItemDef item, Optional<GroupView> row, boolean table) {
        Optional<ItemView> recorded = row.flatMap(view -> view.items().stream()
                .filter(candidate -> candidate.oid().equals(item.oid()))
                .findFirst());
        Optional<FieldInput> input = typed.at(group.oid(), key, item.oid());
        String language = say.language();
        List<Choice> choices = Controls.choices(item, build, language, say.message("yes"), say.message("no"));
        Control control = Controls.of(item, choices.size(), table);
        FieldInput.Entry was = recorded.map(view -> RecordedForm.entry(view, item, build, language))
                .orElse(FieldInput.Entry.NOTHING);
        List<Choice> units = Controls.units(item, build, language);
        FieldInput.Entry now = input.map(FieldInput::now).orElse(was);
        return new Field(
                next++,
                group.oid(),
                key,
                item.oid(),
                item.label(language),
                help(item, language),
                control,
                Controls.size(item, control),
                ref.mandatory(),
                item.identifying(),
                offered(choices, now.text()),
                units,
                recorded.map(ItemView::seq).orElse(-1L),
                was,
                now,
                recorded.map(view -> ShownValue.of(view.value(), Optional.of(item), build, language))
                        .orElse(ShownValue.NONE),
                recorded.map(view -> marks(view, row)).orElse(Marks.NONE),
                late,
                input.map(FieldInput::category).orElse(""),
                input.map(FieldInput::reason).orElse(""),
                errors(input),
                conflict(input, recorded, group, key, item),
                checks.lines(group.oid(), key, item.oid()),
                checks.derived().computes(ref)
                        ? Optional.of(new Field.Derivation(checks.derived().value(group.oid(), key, item.oid())))
                        : Optional.empty(),
                checks.skips(group.oid(), key, item.oid()),
                queries(group, key, item),
                address.at(page.link(casebook() + "/history"), at(group, key, item)),
                page.may(Act.RAISE_QUERY)
                        ? Optional.of(address.at(page.link(casebook() + "/query"), at(group, key, item)))
                        : Optional.empty(),
                page.may(Act.FREEZE) && recorded.isPresent() ? Optional.of(bar(group, key, item)) : Optional.empty());
    }

    private String bar(ItemGroupDef group, String key, ItemDef item) {
        PartScope scope = PartScope.of(address.ref(), new ItemRef(group.oid(), new RepeatKey(key), item.oid()));
        return UriComponentsBuilder.fromUriString(page.link(casebook() + "/locks"))
                .queryParam("part", "{part}")
                .encode()
                .buildAndExpand(PartChoice.text(scope))
                .toUriString();
    }

    private String casebook() {
        return "/participants/" + CasebookPaths.segment(participant);
    }

    private static Map<String, String> at(ItemGroupDef group, String key, ItemDef item) {
        return Map.of("group", group.oid(), "groupKey", key, "item", item.oid());
    }

    private List<QueryLine> queries(ItemGroupDef group, String key, ItemDef item) {
        DataPoint point = address.dataPoint(group.oid(), key, item.oid());
        return queries.stream()
                .filter(line -> line.query().waits()
                        && line.query().item().filter(point::equals).isPresent())
                .toList();
    }

    private Marks marks(ItemView item, Optional<GroupView> row) {
        boolean everSigned = lastSigned >= 0;
        boolean since = item.provenance().entry() > lastSigned;
        return new Marks(
                item.changed(),
                item.inactivated() || row.map(GroupView::inactivated).orElse(false),
                item.verified(),
                everSigned && !since,
                everSigned && since,
                item.openQueries());
    }

    /** A value that is none of the choices, as imports bring them, is shown as it is and stays unless somebody changes it. */
    private List<Choice> offered(List<Choice> choices, String now) {
        boolean known = now.isEmpty()
                || choices.stream().anyMatch(choice -> choice.code().equals(now));
        return known || choices.isEmpty()
                ? choices
                : Stream.concat(choices.stream(), Stream.of(new Choice(now, say.message("form.not-a-choice", now))))
                        .toList();
    }

    private static String help(ItemDef item, String language) {
        String description = item.description().in(language);
        return description.equals(item.label(language)) ? "" : description;
    }

    private List<String> errors(Optional<FieldInput> input) {
        return typed.checked() && input.filter(field -> field.lacksReason(late)).isPresent()
                ? List.of(say.message("form.reason-missing"))
                : List.of();
    }

    private Optional<String> conflict(
            Optional<FieldInput> input, Optional<ItemView> recorded, ItemGroupDef group, String key, ItemDef item) {
        // Where both typed the same there is nothing to choose between.
        return recorded.filter(view -> input.filter(field -> field.changed()
                                && field.seq() != view.seq()
                                && !field.now().meant().equals(RecordedForm.entry(view, item, build, say.language())))
                        .isPresent())
                .flatMap(view ->
                        history.latest(page, participant, build, address.dataPoint(group.oid(), key, item.oid())))
                .map(change -> say.message(
                        "form.conflict",
                        change.who(),
                        say.clock(change.at(), page.zone()),
                        ValueWords.of(change.after(), say)));
    }
}
