package org.indelible.protocols.design;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.SoftHard;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;
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
import org.indelible.protocols.design.DesignEdit.Kind;
import org.indelible.protocols.design.DesignEdit.Move;
import org.indelible.protocols.design.DesignEdit.NameVersion;
import org.indelible.protocols.design.DesignEdit.PutCheck;
import org.indelible.protocols.design.DesignEdit.Remove;
import org.indelible.protocols.design.DesignEdit.RemoveCheck;

/** Edits as somebody without a plan would make them; some are refused. */
final class RandomEdits {
    private static final List<String> NAMES =
            List.of("Vital signs", "Größe", "血压", "Systolic", "systolic", "  ", "Week 2", "Demographics", "x");

    private final Random random;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    DesignEdit next(BuildContent content) {
        String event = any(content.studyEvents(), StudyEventDef::oid);
        String form = any(content.forms(), FormDef::oid);
        String group = any(content.itemGroups(), ItemGroupDef::oid);
        String item = any(content.items(), ItemDef::oid);
        String list = any(content.codeLists(), CodeList::oid);
        return switch (random.nextInt(18)) {
            case 0 -> new NameVersion(name(), name(), name());
            case 1 -> new AddEvent(event(content));
            case 2 -> new ChangeEvent(event, event(content));
            case 3 -> new AddForm(new FormFields(name(), name(), random.nextBoolean()), events(content));
            case 4 -> new ChangeForm(form, new FormFields(name(), name(), random.nextBoolean()));
            case 5, 6 -> new AddGroup(form, group());
            case 7 -> new ChangeGroup(form, group, group());
            case 8, 9, 10 -> new AddItem(group, item(content));
            case 11 -> new ChangeItem(group, item, item(content));
            case 12 -> new AddCodeList(name(), DataType.TEXT, entries());
            case 13 -> new ChangeCodeList(list, name(), DataType.TEXT, entries());
            case 14 -> new PutCheck(item, Optional.empty(), check());
            case 15 -> new RemoveCheck(item, random.nextInt(2));
            case 16 -> placed(content, (kind, place) -> new Remove(kind, place[0], place[1]));
            default -> placed(content, (kind, place) -> new Move(kind, place[0], place[1], random.nextBoolean()));
        };
    }

    private interface AtPlace {
        DesignEdit edit(Kind kind, String[] place);
    }

    private DesignEdit placed(BuildContent content, AtPlace edit) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        String container = switch (kind) {
            case EVENT, CODE_LIST -> "";
            case FORM -> any(content.studyEvents(), StudyEventDef::oid);
            case GROUP -> any(content.forms(), FormDef::oid);
            case ITEM -> any(content.itemGroups(), ItemGroupDef::oid);
        };
        String oid = switch (kind) {
            case EVENT -> any(content.eventRefs(), Ref::oid);
            case FORM -> any(content.forms(), FormDef::oid);
            case GROUP -> any(content.itemGroups(), ItemGroupDef::oid);
            case ITEM -> any(content.items(), ItemDef::oid);
            case CODE_LIST -> any(content.codeLists(), CodeList::oid);
        };
        return edit.edit(kind, new String[] {container, oid});
    }

    private EventFields event(BuildContent content) {
        List<String> forms = content.forms().stream()
                .map(FormDef::oid)
                .filter(oid -> random.nextBoolean())
                .toList();
        return new EventFields(name(), name(), EventType.SCHEDULED, random.nextBoolean(), forms);
    }

    private List<String> events(BuildContent content) {
        return content.studyEvents().stream()
                .map(StudyEventDef::oid)
                .filter(oid -> random.nextBoolean())
                .toList();
    }

    private GroupFields group() {
        return new GroupFields(name(), name(), random.nextBoolean(), random.nextBoolean());
    }

    private ItemFields item(BuildContent content) {
        return new ItemFields(
                name(),
                random.nextBoolean() ? "" : name(),
                name(),
                DataType.values()[random.nextInt(DataType.values().length)],
                random.nextBoolean() ? Optional.of(random.nextInt(20)) : Optional.empty(),
                Optional.empty(),
                random.nextBoolean(),
                random.nextBoolean() ? List.of("mmHg", "kPa") : List.of(),
                content.codeLists().isEmpty() || random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(any(content.codeLists(), CodeList::oid)),
                new Flags(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()),
                random.nextInt(3) == 0 ? "SYSTOLIC > " + random.nextInt(9) : "");
    }

    private List<CodeListEntry> entries() {
        return random.ints(random.nextInt(4), 0, 5)
                .mapToObj(code -> new CodeListEntry(
                        "C" + code, Optional.empty(), Optional.empty(), TranslatedText.of("en", name())))
                .toList();
    }

    private RangeCheck check() {
        return random.nextBoolean()
                ? new RangeCheck(
                        Optional.of(Comparator.GE),
                        SoftHard.SOFT,
                        List.of(random.nextBoolean() ? "80" : ""),
                        Optional.empty(),
                        TranslatedText.of("en", name()),
                        List.of())
                : new RangeCheck(
                        Optional.empty(),
                        SoftHard.HARD,
                        List.of(),
                        Optional.empty(),
                        TranslatedText.none(),
                        List.of(new FormalExpression(FormalExpression.CEL, "SYSTOLIC > 3")));
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private <T> String any(List<T> definitions, Function<T, String> oid) {
        return definitions.isEmpty() ? "NONE" : oid.apply(definitions.get(random.nextInt(definitions.size())));
    }
}
