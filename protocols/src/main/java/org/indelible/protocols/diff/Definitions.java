package org.indelible.protocols.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.Arm;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.Epoch;
import org.indelible.protocols.build.EventTiming;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.build.VisitWindow;

/** Compares what the definitions that are in both builds say of themselves. */
final class Definitions {
    private static final Set<String> FLAGS = Set.of("identifying", "blinding", "critical");

    private final StudyBuild from;
    private final StudyBuild to;
    private final Catalogue after;
    private final List<BuildChange> changes;

    Definitions(StudyBuild from, StudyBuild to, Catalogue after, List<BuildChange> changes) {
        this.from = from;
        this.to = to;
        this.after = after;
        this.changes = changes;
    }

    void compare() {
        study();
        Map<String, Arm> arms = from.arms().stream().collect(Collectors.toMap(Arm::oid, Function.identity()));
        to.arms().forEach(now -> Optional.ofNullable(arms.get(now.oid())).ifPresent(was -> arm(was, now)));
        Map<String, Epoch> epochs = from.epochs().stream().collect(Collectors.toMap(Epoch::oid, Function.identity()));
        to.epochs().forEach(now -> Optional.ofNullable(epochs.get(now.oid())).ifPresent(was -> epoch(was, now)));
        to.studyEvents().forEach(now -> from.event(now.oid()).ifPresent(was -> event(was, now)));
        to.forms()
                .forEach(now -> from.form(now.oid()).ifPresent(was -> {
                    Subject form = named(Kind.FORM, now.oid(), was.name(), now.name());
                    flag(form, Attribute.REPEATING, was.repeating(), now.repeating());
                    text(form, TextField.DESCRIPTION, was.description(), now.description());
                    aliases(form, was.aliases(), now.aliases());
                }));
        to.itemGroups()
                .forEach(now -> from.itemGroup(now.oid()).ifPresent(was -> {
                    Subject group = named(Kind.ITEM_GROUP, now.oid(), was.name(), now.name());
                    flag(group, Attribute.REPEATING, was.repeating(), now.repeating());
                    value(group, Attribute.DOMAIN, was.domain(), now.domain());
                    value(group, Attribute.PURPOSE, was.purpose(), now.purpose());
                    text(group, TextField.DESCRIPTION, was.description(), now.description());
                    aliases(group, was.aliases(), now.aliases());
                }));
        to.items().forEach(now -> from.item(now.oid()).ifPresent(was -> item(was, now)));
        to.codeLists().forEach(now -> from.codeList(now.oid()).ifPresent(was -> codeList(was, now)));
        to.units()
                .forEach(now -> from.unit(now.oid()).ifPresent(was -> {
                    Subject unit = named(Kind.UNIT, now.oid(), was.name(), now.name());
                    text(unit, TextField.SYMBOL, was.symbol(), now.symbol());
                }));
        to.conditions()
                .forEach(now -> from.condition(now.oid()).ifPresent(was -> {
                    Subject condition = named(Kind.CONDITION, now.oid(), was.name(), now.name());
                    text(condition, TextField.DESCRIPTION, was.description(), now.description());
                    expressions(condition, was.formalExpressions(), now.formalExpressions());
                }));
        to.methods()
                .forEach(now -> from.method(now.oid()).ifPresent(was -> {
                    Subject method = named(Kind.METHOD, now.oid(), was.name(), now.name());
                    value(method, Attribute.TYPE, was.type(), now.type());
                    text(method, TextField.DESCRIPTION, was.description(), now.description());
                    expressions(method, was.formalExpressions(), now.formalExpressions());
                }));
    }

    private void study() {
        Subject study = Catalogue.study(to);
        value(study, Attribute.STUDY_OID, from.studyOid(), to.studyOid());
        value(study, Attribute.STUDY_NAME, from.studyName(), to.studyName());
        value(study, Attribute.STUDY_DESCRIPTION, from.studyDescription(), to.studyDescription());
        value(study, Attribute.PROTOCOL_NAME, from.protocolName(), to.protocolName());
        value(study, Attribute.VERSION_OID, from.metaDataVersionOid(), to.metaDataVersionOid());
        value(study, Attribute.VERSION_NAME, from.name(), to.name());
        value(study, Attribute.VERSION_DESCRIPTION, from.description(), to.description());
        value(study, Attribute.LANGUAGES, String.join(", ", from.languages()), String.join(", ", to.languages()));
    }

    private void arm(Arm was, Arm now) {
        Subject arm = named(Kind.ARM, now.oid(), was.name(), now.name());
        value(arm, Attribute.TYPE, was.type(), now.type());
        value(arm, Attribute.EPOCHS, String.join(", ", was.epochOids()), String.join(", ", now.epochOids()));
        text(arm, TextField.DESCRIPTION, was.description(), now.description());
    }

    private void epoch(Epoch was, Epoch now) {
        Subject epoch = named(Kind.EPOCH, now.oid(), was.name(), now.name());
        value(epoch, Attribute.TYPE, was.type(), now.type());
        value(epoch, Attribute.EVENTS, String.join(", ", was.eventOids()), String.join(", ", now.eventOids()));
        text(epoch, TextField.DESCRIPTION, was.description(), now.description());
    }

    private void event(StudyEventDef was, StudyEventDef now) {
        Subject event = named(Kind.EVENT, now.oid(), was.name(), now.name());
        value(event, Attribute.TYPE, was.type().name(), now.type().name());
        flag(event, Attribute.REPEATING, was.repeating(), now.repeating());
        value(event, Attribute.CATEGORY, was.category(), now.category());
        text(event, TextField.DESCRIPTION, was.description(), now.description());
        value(
                event,
                Attribute.TIMING,
                was.timing().map(Definitions::words),
                now.timing().map(Definitions::words));
        if (!was.window().equals(now.window())) {
            changes.add(new BuildChange.WindowChanged(event, was.window(), now.window()));
        }
        aliases(event, otherThanWindows(was), otherThanWindows(now));
    }

    private static String words(EventTiming timing) {
        return timing.target() + " from " + timing.anchorEventOid()
                + timing.before().map(b -> ", at most " + b + " earlier").orElse("")
                + timing.after().map(a -> ", at most " + a + " later").orElse("");
    }

    private static List<Alias> otherThanWindows(StudyEventDef event) {
        return event.aliases().stream()
                .filter(alias -> !alias.context().equals(VisitWindow.ALIAS_CONTEXT)
                        || VisitWindow.parse(alias.name()).isEmpty())
                .toList();
    }

    private void item(ItemDef was, ItemDef now) {
        Subject item = named(Kind.ITEM, now.oid(), was.name(), now.name());
        value(
                item,
                Attribute.DATA_TYPE,
                was.dataType().odmName(),
                now.dataType().odmName());
        value(
                item,
                Attribute.LENGTH,
                was.length().map(String::valueOf),
                now.length().map(String::valueOf));
        value(
                item,
                Attribute.SIGNIFICANT_DIGITS,
                was.significantDigits().map(String::valueOf),
                now.significantDigits().map(String::valueOf));
        value(item, Attribute.UNITS, String.join(", ", was.units()), String.join(", ", now.units()));
        value(item, Attribute.CODE_LIST, was.codeListOid(), now.codeListOid());
        flag(item, Attribute.IDENTIFYING, was.identifying(), now.identifying());
        flag(item, Attribute.BLINDING, was.blinding(), now.blinding());
        flag(item, Attribute.CRITICAL, was.critical(), now.critical());
        value(item, Attribute.SUBMISSION_VARIABLE, was.sdsVarName(), now.sdsVarName());
        value(item, Attribute.ORIGIN, was.origin(), now.origin());
        text(item, TextField.QUESTION, was.question(), now.question());
        text(item, TextField.DESCRIPTION, was.description(), now.description());
        text(item, TextField.INSTRUCTIONS, was.instructions(), now.instructions());
        aliases(item, otherThanFlags(was), otherThanFlags(now));
        CheckComparison.of(item, was.rangeChecks(), now.rangeChecks()).forEach(changes::add);
    }

    private static List<Alias> otherThanFlags(ItemDef item) {
        return item.aliases().stream()
                .filter(alias -> !alias.context().equals(ItemDef.ALIAS_CONTEXT) || !FLAGS.contains(alias.name()))
                .toList();
    }

    private void codeList(CodeList was, CodeList now) {
        Subject list = named(Kind.CODE_LIST, now.oid(), was.name(), now.name());
        value(
                list,
                Attribute.DATA_TYPE,
                was.dataType().odmName(),
                now.dataType().odmName());
        value(
                list,
                Attribute.DICTIONARY,
                was.external().map(String::valueOf),
                now.external().map(String::valueOf));
        aliases(list, was.aliases(), now.aliases());
        CodeComparison.of(list, was, now).forEach(changes::add);
    }

    private Subject named(Kind kind, String oid, String was, String now) {
        Subject subject = after.subject(kind, oid);
        value(subject, Attribute.NAME, was, now);
        return subject;
    }

    private void aliases(Subject subject, List<Alias> was, List<Alias> now) {
        value(subject, Attribute.ALIASES, words(was), words(now));
    }

    private static String words(List<Alias> aliases) {
        return aliases.stream().map(a -> a.context() + ": " + a.name()).collect(Collectors.joining("; "));
    }

    private void flag(Subject subject, Attribute attribute, boolean was, boolean now) {
        value(subject, attribute, was ? "yes" : "no", now ? "yes" : "no");
    }

    private void value(Subject subject, Attribute attribute, String was, String now) {
        value(
                subject,
                attribute,
                Optional.of(was).filter(text -> !text.isEmpty()),
                Optional.of(now).filter(text -> !text.isEmpty()));
    }

    private void value(Subject subject, Attribute attribute, Optional<String> was, Optional<String> now) {
        if (!was.equals(now)) {
            changes.add(new BuildChange.AttributeChanged(subject, attribute, was, now));
        }
    }

    private void text(Subject subject, TextField field, TranslatedText was, TranslatedText now) {
        Set<String> languages = new TreeSet<>(was.byLanguage().keySet());
        languages.addAll(now.byLanguage().keySet());
        for (String language : languages) {
            Optional<String> before = Optional.ofNullable(was.byLanguage().get(language));
            Optional<String> after = Optional.ofNullable(now.byLanguage().get(language));
            if (!before.equals(after)) {
                changes.add(new BuildChange.TextChanged(subject, field, language, before, after));
            }
        }
    }

    private void expressions(Subject subject, List<FormalExpression> was, List<FormalExpression> now) {
        if (!was.equals(now)) {
            changes.add(new BuildChange.ExpressionChanged(subject, was, now));
        }
    }
}
