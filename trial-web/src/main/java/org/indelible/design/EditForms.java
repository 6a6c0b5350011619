package org.indelible.design;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.design.Conditions;
import org.indelible.protocols.design.Design;

/** Fills the editor with what a draft says of a place in it. */
final class EditForms {
    private final StudyBuild build;
    private final String language;
    private final Fields fields = new Fields();

    private EditForms(StudyBuild build) {
        this.build = build;
        this.language = Design.language(build.content());
    }

    /** @return empty where the draft has no such place */
    static Optional<EditForm> of(StudyBuild build, DesignPlace place, int step) {
        EditForms forms = new EditForms(build);
        forms.fields.step = step;
        boolean filled = switch (place.what()) {
            case "study" -> forms.study();
            case "event" ->
                place.fresh()
                        ? forms.blankEvent()
                        : build.event(place.oid()).map(forms::event).orElse(false);
            case "form" ->
                place.fresh() || build.form(place.oid()).map(forms::form).orElse(false);
            case "group" -> forms.group(place);
            case "item" -> forms.item(place);
            case "code-list" ->
                place.fresh()
                        ? forms.blankList()
                        : build.codeList(place.oid()).map(forms::codeList).orElse(false);
            case "check" -> forms.check(place);
            default -> false;
        };
        return filled ? Optional.of(forms.fields.form()) : Optional.empty();
    }

    private boolean study() {
        fields.studyName = build.studyName();
        fields.versionOid = build.metaDataVersionOid();
        fields.versionName = build.name();
        return true;
    }

    private boolean blankEvent() {
        fields.type = EventType.SCHEDULED.name();
        return true;
    }

    private boolean event(StudyEventDef event) {
        fields.name = event.name();
        fields.description = event.description().in(language);
        fields.type = event.type().name();
        fields.repeating = event.repeating();
        fields.forms = event.formRefs().stream().map(Ref::oid).toList();
        return true;
    }

    private boolean form(FormDef form) {
        fields.name = form.name();
        fields.description = form.description().in(language);
        fields.repeating = form.repeating();
        return true;
    }

    private boolean group(DesignPlace place) {
        Optional<FormDef> form = build.form(place.in());
        if (place.fresh()) {
            return form.isPresent();
        }
        Optional<ItemGroupDef> group = build.itemGroup(place.oid());
        Optional<Ref> ref = form.flatMap(def -> def.itemGroupRef(place.oid()));
        group.ifPresent(def -> {
            fields.name = def.name();
            fields.description = def.description().in(language);
            fields.repeating = def.repeating();
        });
        ref.ifPresent(found -> fields.mandatory = found.mandatory());
        return group.isPresent() && ref.isPresent();
    }

    private boolean item(DesignPlace place) {
        Optional<ItemGroupDef> group = build.itemGroup(place.in());
        if (place.fresh()) {
            fields.type = DataType.TEXT.odmName();
            fields.mandatory = true;
            return group.isPresent();
        }
        Optional<ItemDef> item = build.item(place.oid());
        Optional<Ref> ref = group.flatMap(def -> def.itemRef(place.oid()));
        item.ifPresent(this::item);
        ref.ifPresent(found -> {
            fields.mandatory = found.mandatory();
            fields.leftOutWhen = Conditions.stated(build.content(), found);
        });
        return item.isPresent() && ref.isPresent();
    }

    private void item(ItemDef item) {
        fields.question = item.question().in(language);
        fields.name = item.name();
        fields.description = item.description().in(language);
        fields.type = item.dataType().odmName();
        fields.length = item.length().map(String::valueOf).orElse("");
        fields.significantDigits = item.significantDigits().map(String::valueOf).orElse("");
        fields.units = item.units().stream()
                .flatMap(oid -> build.unit(oid).stream())
                .map(unit -> unit.label(language))
                .collect(Collectors.joining(", "));
        fields.codeList = item.codeListOid().orElse("");
        fields.identifying = item.identifying();
        fields.blinding = item.blinding();
        fields.critical = item.critical();
    }

    private boolean blankList() {
        fields.type = DataType.TEXT.odmName();
        return true;
    }

    private boolean codeList(CodeList list) {
        fields.name = list.name();
        fields.type = list.dataType().odmName();
        fields.entries = list.entries().stream().map(this::line).collect(Collectors.joining("\n"));
        return true;
    }

    private String line(CodeListEntry entry) {
        String label = entry.decode().in(language);
        return label.isEmpty() ? entry.codedValue() : entry.codedValue() + " = " + label;
    }

    private boolean check(DesignPlace place) {
        Optional<ItemDef> item = build.item(place.in());
        if (place.fresh()) {
            return item.isPresent();
        }
        return item.flatMap(def -> at(def, place.oid())).map(this::check).orElse(false);
    }

    /** The check of this number; empty where the item has none. */
    static Optional<RangeCheck> at(ItemDef item, String number) {
        List<RangeCheck> checks = item.rangeChecks();
        return number.matches("[0-9]{1,4}") && Integer.parseInt(number) < checks.size()
                ? Optional.of(checks.get(Integer.parseInt(number)))
                : Optional.empty();
    }

    private boolean check(RangeCheck check) {
        fields.limit = check.comparator().map(Enum::name).orElse("");
        fields.values = String.join("; ", check.values());
        fields.unit = check.unitOid().orElse("");
        fields.hard = check.hard();
        fields.expression = check.formalExpressions().stream()
                .findFirst()
                .map(FormalExpression::text)
                .orElse("");
        fields.message = check.errorMessage().in(language);
        return true;
    }

    /** The form while it is filled. */
    private static final class Fields {
        private int step;
        private String studyName = "";
        private String versionOid = "";
        private String versionName = "";
        private String name = "";
        private String description = "";
        private String type = "";
        private boolean repeating;
        private boolean mandatory;
        private List<String> forms = List.of();
        private String question = "";
        private String length = "";
        private String significantDigits = "";
        private String units = "";
        private String codeList = "";
        private boolean identifying;
        private boolean blinding;
        private boolean critical;
        private String leftOutWhen = "";
        private String entries = "";
        private String limit = "";
        private String values = "";
        private String unit = "";
        private boolean hard;
        private String expression = "";
        private String message = "";

        private EditForm form() {
            return new EditForm(
                    step,
                    studyName,
                    versionOid,
                    versionName,
                    name,
                    description,
                    type,
                    repeating,
                    mandatory,
                    forms,
                    List.of(),
                    question,
                    length,
                    significantDigits,
                    units,
                    codeList,
                    "",
                    identifying,
                    blinding,
                    critical,
                    leftOutWhen,
                    entries,
                    limit,
                    values,
                    unit,
                    hard,
                    expression,
                    message);
        }
    }
}
