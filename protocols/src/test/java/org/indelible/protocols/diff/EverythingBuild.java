package org.indelible.protocols.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.Arm;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.Epoch;
import org.indelible.protocols.build.EventTiming;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.SmallBuild;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;

/** A build that uses every field there is, and what becomes of it when one of its values is another. */
public final class EverythingBuild {
    private static final Pattern VALUE = Pattern.compile("\"(\\w+)\":(\"[^\"]*\"|\\d[\\d.]*|true)");

    private EverythingBuild() {}

    /** As {@link #build()}; the anchor of its timing is not among its events. */
    public static StudyBuild complete() {
        return build();
    }

    static StudyBuild build() {
        BuildContent small = SmallBuild.content();
        StudyEventDef event = small.studyEvents().getFirst();
        ItemGroupDef group = small.itemGroups().getFirst();
        ItemDef item = small.items().getFirst();
        CodeList list = small.codeLists().getFirst();
        CodeListEntry entry = list.entries().getFirst();
        Alias alias = new Alias("nci:ExtCodeID", "C1");
        return StudyBuild.of(new BuildContent(
                small.studyOid(),
                small.studyName(),
                "Described",
                small.protocolName(),
                small.metaDataVersionOid(),
                small.name(),
                "Also described",
                small.eventRefs(),
                List.of(new StudyEventDef(
                        event.oid(),
                        event.name(),
                        event.type(),
                        true,
                        Optional.of("Treatment"),
                        TranslatedText.of("en", "A visit"),
                        event.formRefs(),
                        event.aliases(),
                        Optional.of(new EventTiming("SE.0", "P14D", Optional.of("P1D"), Optional.of("P2D"))))),
                small.forms(),
                List.of(new ItemGroupDef(
                        group.oid(),
                        group.name(),
                        group.repeating(),
                        group.domain(),
                        group.description(),
                        group.itemRefs(),
                        List.of(alias),
                        Optional.of("Tabulation"))),
                List.of(new ItemDef(
                        item.oid(),
                        item.name(),
                        item.dataType(),
                        item.length(),
                        Optional.of(2),
                        item.question(),
                        TranslatedText.of("en", "Pressure"),
                        item.units(),
                        item.codeListOid(),
                        item.rangeChecks(),
                        List.of(alias),
                        true,
                        true,
                        true,
                        TranslatedText.of("en", "After five minutes of rest"),
                        Optional.of("VSORRES"),
                        Optional.of("CRF"))),
                List.of(new CodeList(
                        list.oid(),
                        list.name(),
                        list.dataType(),
                        List.of(new CodeListEntry(
                                entry.codedValue(), entry.rank(), entry.orderNumber(), entry.decode(), List.of(alias))),
                        list.external(),
                        List.of(alias))),
                small.units(),
                small.conditions(),
                small.methods(),
                small.languages(),
                List.of(new Arm(
                        "ARM.1", "Placebo", TranslatedText.of("en", "None"), Optional.of("Control"), List.of("EP.1"))),
                List.of(new Epoch(
                        "EP.1",
                        "Treatment",
                        TranslatedText.of("en", "On drug"),
                        Optional.of("Treatment"),
                        List.of("SE.1")))));
    }

    /** The JSON with one value changed, for each value of it; order numbers say nothing that the order does not say. */
    static List<String> alterations(String json) {
        List<String> altered = new ArrayList<>();
        Matcher value = VALUE.matcher(json);
        while (value.find()) {
            if (!value.group(1).equals("orderNumber")) {
                altered.add(json.substring(0, value.start(2)) + other(value.group(2)) + json.substring(value.end(2)));
            }
        }
        return altered;
    }

    private static String other(String value) {
        return switch (value) {
            case "\"SCHEDULED\"" -> "\"COMMON\"";
            case "\"integer\"" -> "\"float\"";
            case "\"HARD\"" -> "\"SOFT\"";
            case "\"GE\"" -> "\"GT\"";
            case "true" -> "false";
            default -> value.startsWith("\"") ? value.substring(0, value.length() - 1) + "x\"" : value + "1";
        };
    }

    /** Flags that are false are left out of canonical JSON. */
    static Optional<StudyBuild> read(String json) {
        String canonical = json.replaceAll("\"\\w+\":false,", "").replaceAll(",\"\\w+\":false", "");
        try {
            return Optional.of(StudyBuild.fromCanonicalJson(canonical.getBytes(UTF_8)));
        } catch (IllegalArgumentException notABuild) {
            return Optional.empty();
        }
    }
}
