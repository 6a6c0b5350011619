package org.indelible.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;

/** Sets the forms of a build as annotated case report forms, in one language. */
record AnnotatedForms(StudyBuild build, String language) {

    List<AnnotatedForm> all() {
        return build.forms().stream().map(this::form).toList();
    }

    private AnnotatedForm form(FormDef form) {
        return new AnnotatedForm(
                form.oid(),
                form.name(),
                form.description().in(language),
                form.repeating(),
                build.studyEvents().stream()
                        .filter(event -> event.formRef(form.oid()).isPresent())
                        .map(StudyEventDef::name)
                        .toList(),
                form.itemGroupRefs().stream()
                        .flatMap(ref -> build.itemGroup(ref.oid()).map(group -> group(ref, group)).stream())
                        .toList());
    }

    private AnnotatedForm.Group group(Ref ref, ItemGroupDef group) {
        return new AnnotatedForm.Group(
                group.oid(),
                group.name(),
                group.repeating(),
                ref.mandatory(),
                condition(ref),
                group.itemRefs().stream()
                        .flatMap(item -> build.item(item.oid()).map(def -> item(item, def)).stream())
                        .toList());
    }

    private AnnotatedForm.Item item(Ref ref, ItemDef item) {
        return new AnnotatedForm.Item(
                item.oid(),
                item.name(),
                item.label(language),
                item.instructions().in(language),
                ref.mandatory(),
                type(item),
                answers(item),
                item.units().stream()
                        .flatMap(oid -> build.unit(oid).stream())
                        .map(unit -> unit.label(language))
                        .toList(),
                condition(ref),
                ref.methodOid()
                        .flatMap(build::method)
                        .map(method -> words(method.description(), method.formalExpressions(), method.name())),
                item.rangeChecks().stream()
                        .sorted(Comparator.comparing(RangeCheck::softHard).reversed())
                        .map(this::check)
                        .toList(),
                item.sdsVarName(),
                flags(item));
    }

    private static String type(ItemDef item) {
        return item.dataType().odmName()
                + item.length()
                        .map(length -> " "
                                + length
                                + item.significantDigits()
                                        .map(digits -> "." + digits)
                                        .orElse(""))
                        .orElse("");
    }

    private List<AnnotatedForm.Answer> answers(ItemDef item) {
        return item.codeListOid()
                .flatMap(build::codeList)
                .map(codes -> codes.entries().stream()
                        .map(entry -> new AnnotatedForm.Answer(entry.codedValue(), entry.label(language)))
                        .toList())
                .orElse(List.of());
    }

    private Optional<String> condition(Ref ref) {
        return ref.conditionOid()
                .flatMap(build::condition)
                .map(condition -> words(condition.description(), condition.formalExpressions(), condition.name()));
    }

    private String check(RangeCheck check) {
        String limit = check.comparator()
                .map(comparator -> comparator + " " + String.join(", ", check.values()))
                .orElseGet(() -> expressions(check.formalExpressions()));
        String unit = check.unitOid()
                .flatMap(build::unit)
                .map(def -> " " + def.label(language))
                .orElse("");
        String message = check.errorMessage().in(language);
        return (check.hard() ? "hard: " : "soft: ") + limit + unit + (message.isBlank() ? "" : " — " + message);
    }

    private String words(TranslatedText description, List<FormalExpression> expressions, String name) {
        List<String> parts = new ArrayList<>();
        parts.add(description.in(language).isBlank() ? name : description.in(language));
        if (!expressions.isEmpty()) {
            parts.add(expressions(expressions));
        }
        return String.join(": ", parts);
    }

    private static String expressions(List<FormalExpression> expressions) {
        return expressions.stream().map(FormalExpression::text).collect(Collectors.joining("; "));
    }

    private static List<String> flags(ItemDef item) {
        List<String> flags = new ArrayList<>();
        if (item.identifying()) {
            flags.add("identifying");
        }
        if (item.blinding()) {
            flags.add("blinding");
        }
        if (item.critical()) {
            flags.add("critical");
        }
        return flags;
    }
}
