package org.indelible.design;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.SoftHard;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.Design;
import org.indelible.protocols.design.Design.Edited;
import org.indelible.protocols.design.DesignEdit;
import org.indelible.protocols.design.DesignEdit.AddCodeList;
import org.indelible.protocols.design.DesignEdit.AddEvent;
import org.indelible.protocols.design.DesignEdit.AddForm;
import org.indelible.protocols.design.DesignEdit.AddGroup;
import org.indelible.protocols.design.DesignEdit.AddItem;
import org.indelible.protocols.design.DesignEdit.ChangeCodeList;
import org.indelible.protocols.design.DesignEdit.ChangeEvent;
import org.indelible.protocols.design.DesignEdit.ChangeForm;
import org.indelible.protocols.design.DesignEdit.ChangeGroup;
import org.indelible.protocols.design.DesignEdit.ChangeItem;
import org.indelible.protocols.design.DesignEdit.EventFields;
import org.indelible.protocols.design.DesignEdit.Flags;
import org.indelible.protocols.design.DesignEdit.FormFields;
import org.indelible.protocols.design.DesignEdit.GroupFields;
import org.indelible.protocols.design.DesignEdit.ItemFields;
import org.indelible.protocols.design.DesignEdit.NameVersion;
import org.indelible.protocols.design.DesignEdit.PutCheck;
import org.indelible.protocols.design.EditRefusedException;

/** Applies what the editor sent to a content. */
record Edits(BuildContent content, String language) {
    static Edits of(BuildContent content) {
        return new Edits(content, Design.language(content));
    }

    /** @throws EditRefusedException where it cannot be made */
    Edited save(DesignPlace place, EditForm form) {
        if (place.is("item") && !form.codes().isBlank()) {
            Edited list = Design.apply(
                    content,
                    new AddCodeList(form.question(), codeType(form.type()), entries(form.codes(), language)),
                    language);
            return Design.apply(list.content(), item(place, form, Optional.of(list.oid())), language);
        }
        return Design.apply(content, edit(place, form), language);
    }

    private DesignEdit edit(DesignPlace place, EditForm form) {
        String oid = place.oid();
        return switch (place.what()) {
            case "study" -> new NameVersion(form.studyName(), form.versionOid(), form.versionName());
            case "event" -> place.fresh() ? new AddEvent(event(form)) : new ChangeEvent(oid, event(form));
            case "form" -> {
                FormFields fields = new FormFields(form.name(), form.description(), form.repeating());
                yield place.fresh() ? new AddForm(fields, form.events()) : new ChangeForm(oid, fields);
            }
            case "group" -> {
                GroupFields fields =
                        new GroupFields(form.name(), form.description(), form.repeating(), form.mandatory());
                yield place.fresh() ? new AddGroup(place.in(), fields) : new ChangeGroup(place.in(), oid, fields);
            }
            case "item" -> item(place, form, Optional.of(form.codeList()).filter(list -> !list.isEmpty()));
            case "code-list" -> {
                DataType type = type(form.type());
                List<CodeListEntry> entries = entries(form.entries(), language);
                yield place.fresh()
                        ? new AddCodeList(form.name(), type, entries)
                        : new ChangeCodeList(oid, form.name(), type, entries);
            }
            case "check" ->
                new PutCheck(place.in(), place.fresh() ? Optional.empty() : number(oid, "at"), check(place, form));
            default ->
                throw new EditRefusedException(
                        "edit-unknown", "", "There is nothing of this kind to edit.", "Load the page again.");
        };
    }

    private static EventFields event(EditForm form) {
        EventType type = Arrays.stream(EventType.values())
                .filter(known -> known.name().equals(form.type()))
                .findFirst()
                .orElseThrow(() ->
                        new EditRefusedException("type-missing", "type", "This is needed.", "Choose a kind of visit."));
        return new EventFields(form.name(), form.description(), type, form.repeating(), form.forms());
    }

    private static DesignEdit item(DesignPlace place, EditForm form, Optional<String> codeList) {
        ItemFields fields = new ItemFields(
                form.question(),
                form.name(),
                form.description(),
                type(form.type()),
                number(form.length(), "length"),
                number(form.significantDigits(), "significantDigits"),
                form.mandatory(),
                parts(form.units(), ","),
                codeList,
                new Flags(form.identifying(), form.blinding(), form.critical()),
                form.leftOutWhen());
        return place.fresh() ? new AddItem(place.in(), fields) : new ChangeItem(place.in(), place.oid(), fields);
    }

    private RangeCheck check(DesignPlace place, EditForm form) {
        Optional<Comparator> limit = Arrays.stream(Comparator.values())
                .filter(known -> known.name().equals(form.limit()))
                .findFirst();
        return new RangeCheck(
                limit,
                form.hard() ? SoftHard.HARD : SoftHard.SOFT,
                limit.isPresent() ? parts(form.values(), ";") : List.of(),
                Optional.of(form.unit()).filter(unit -> !unit.isEmpty()),
                TranslatedText.of(language, form.message().strip()),
                limit.isPresent() ? List.of() : expression(place, form.expression()));
    }

    /** An expression that is not changed stays in the language it was written in. */
    private List<FormalExpression> expression(DesignPlace place, String typed) {
        Optional<List<FormalExpression>> was = content.items().stream()
                .filter(item -> item.oid().equals(place.in()))
                .findFirst()
                .flatMap((ItemDef item) -> EditForms.at(item, place.oid()))
                .map(RangeCheck::formalExpressions)
                .filter(expressions -> !expressions.isEmpty()
                        && expressions.getFirst().text().strip().equals(typed.strip()));
        return was.orElseGet(() -> List.of(new FormalExpression(FormalExpression.CEL, typed.strip())));
    }

    private static DataType type(String name) {
        return DataType.ofOdmName(name)
                .orElseThrow(() -> new EditRefusedException(
                        "type-missing", "type", "This is needed.", "Choose what kind of answer it is."));
    }

    private static DataType codeType(String name) {
        return type(name) == DataType.INTEGER ? DataType.INTEGER : DataType.TEXT;
    }

    static Optional<Integer> number(String typed, String field) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new EditRefusedException(
                    "number-malformed", field, "'" + text + "' is not a whole number.", "Type digits only.");
        }
        return Optional.of(Integer.valueOf(text));
    }

    /** One value a line: the code, then an equals sign and its label. */
    static List<CodeListEntry> entries(String typed, String language) {
        return parts(typed, "\n").stream()
                .map(line -> {
                    int sign = line.indexOf('=');
                    String code = sign < 0 ? line : line.substring(0, sign).strip();
                    String label = sign < 0 ? "" : line.substring(sign + 1).strip();
                    return new CodeListEntry(
                            code,
                            Optional.empty(),
                            Optional.empty(),
                            label.isEmpty() ? TranslatedText.none() : TranslatedText.of(language, label));
                })
                .toList();
    }

    private static List<String> parts(String typed, String between) {
        return Stream.of(typed.split(between, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
