package org.indelible.protocols.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.ConditionDef;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;

/** The parts of one content, laid out to be changed for the length of one edit. Definitions keep the order of the document. */
final class Workbench {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4000;

    final String language;
    final Map<String, StudyEventDef> events;
    final Map<String, FormDef> forms;
    final Map<String, ItemGroupDef> groups;
    final Map<String, ItemDef> items;
    final Map<String, CodeList> codeLists;
    final Map<String, MeasurementUnit> units;
    final Map<String, ConditionDef> conditions;
    List<Ref> eventRefs;
    String studyName;
    String versionOid;
    String versionName;
    private final BuildContent base;
    private final TreeSet<String> languages;

    Workbench(BuildContent base, String language) {
        this.base = base;
        this.language = language;
        this.events = byOid(base.studyEvents(), StudyEventDef::oid);
        this.forms = byOid(base.forms(), FormDef::oid);
        this.groups = byOid(base.itemGroups(), ItemGroupDef::oid);
        this.items = byOid(base.items(), ItemDef::oid);
        this.codeLists = byOid(base.codeLists(), CodeList::oid);
        this.units = byOid(base.units(), MeasurementUnit::oid);
        this.conditions = byOid(base.conditions(), ConditionDef::oid);
        this.eventRefs = base.eventRefs();
        this.studyName = base.studyName();
        this.versionOid = base.metaDataVersionOid();
        this.versionName = base.name();
        this.languages = new TreeSet<>(base.languages());
    }

    BuildContent content() {
        return new BuildContent(
                base.studyOid(),
                studyName,
                base.studyDescription(),
                base.protocolName(),
                versionOid,
                versionName,
                base.description(),
                eventRefs,
                List.copyOf(events.values()),
                List.copyOf(forms.values()),
                List.copyOf(groups.values()),
                List.copyOf(items.values()),
                List.copyOf(codeLists.values()),
                List.copyOf(units.values()),
                List.copyOf(conditions.values()),
                base.methods(),
                List.copyOf(languages),
                base.arms(),
                base.epochs());
    }

    StudyEventDef event(String oid) {
        return found(events, oid);
    }

    FormDef form(String oid) {
        return found(forms, oid);
    }

    ItemGroupDef group(String oid) {
        return found(groups, oid);
    }

    ItemDef item(String oid) {
        return found(items, oid);
    }

    CodeList codeList(String oid) {
        return found(codeLists, oid);
    }

    private static <T> T found(Map<String, T> definitions, String oid) {
        return Optional.ofNullable(definitions.get(oid)).orElseThrow(() -> EditRefusedException.gone(oid));
    }

    /** The text with this one in the language that is edited; blank takes it out of that language. */
    TranslatedText text(TranslatedText was, String typed) {
        String text = bounded(typed, LONGEST_TEXT, "description");
        Map<String, String> by = new TreeMap<>(was.byLanguage());
        String shown = was.in(language);
        if (text.equals(shown)) {
            return was;
        }
        if (text.isEmpty()) {
            by.remove(language);
        } else {
            by.put(language, text);
            if (!language.isEmpty()) {
                languages.add(language);
            }
        }
        return new TranslatedText(by);
    }

    /** A name that has to be there. */
    static String name(String typed, String field) {
        String name = bounded(typed, LONGEST_NAME, field);
        if (name.isEmpty()) {
            throw new EditRefusedException(field + "-missing", field, "This is needed.", "Give it a name.");
        }
        return name;
    }

    static String bounded(String typed, int most, String field) {
        String text = typed.strip();
        if (text.length() > most) {
            throw new EditRefusedException(
                    "text-too-long",
                    field,
                    "This has " + text.length() + " characters.",
                    "Up to " + most + " are kept.");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new EditRefusedException(
                    "control-character",
                    field,
                    "This holds a character that cannot be printed.",
                    "Type it anew instead of pasting it.");
        }
        return text;
    }

    /** As {@link #name(String, String)}, of what sites read at length. */
    static String question(String typed) {
        String question = bounded(typed, LONGEST_TEXT, "question");
        if (question.isEmpty()) {
            throw new EditRefusedException("question-missing", "question", "This is needed.", "Say what is asked.");
        }
        return question;
    }

    private static <T> Map<String, T> byOid(Collection<T> definitions, Function<T, String> oid) {
        Map<String, T> map = new LinkedHashMap<>();
        definitions.forEach(definition -> map.put(oid.apply(definition), definition));
        return map;
    }

    /** With one more reference after the others. */
    static List<Ref> with(List<Ref> refs, String oid, boolean mandatory) {
        List<Ref> more = new ArrayList<>(refs);
        boolean numbered = refs.isEmpty() || refs.getLast().orderNumber().isPresent();
        int next = refs.isEmpty() ? 1 : refs.getLast().orderNumber().orElse(0) + 1;
        more.add(new Ref(
                oid,
                numbered ? Optional.of(next) : Optional.empty(),
                mandatory,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return List.copyOf(more);
    }

    static List<Ref> without(List<Ref> refs, String oid) {
        return refs.stream().filter(ref -> !ref.oid().equals(oid)).toList();
    }

    /** With this reference in the place of the one to the same definition. */
    static List<Ref> replaced(List<Ref> refs, Ref by) {
        return refs.stream().map(ref -> ref.oid().equals(by.oid()) ? by : ref).toList();
    }

    /** Two neighbours exchange their places, and their numbers with them. At the end of the list nothing moves. */
    static List<Ref> moved(List<Ref> refs, String oid, boolean earlier) {
        List<Ref> order = new ArrayList<>(refs);
        int from = order.stream().map(Ref::oid).toList().indexOf(oid);
        int to = earlier ? from - 1 : from + 1;
        if (from < 0) {
            throw EditRefusedException.gone(oid);
        }
        if (to < 0 || to >= order.size()) {
            return refs;
        }
        Ref moving = order.get(from);
        Ref passed = order.get(to);
        order.set(to, numbered(moving, passed.orderNumber()));
        order.set(from, numbered(passed, moving.orderNumber()));
        return List.copyOf(order);
    }

    private static Ref numbered(Ref ref, Optional<Integer> number) {
        return new Ref(ref.oid(), number, ref.mandatory(), ref.conditionOid(), ref.methodOid(), ref.role());
    }
}
