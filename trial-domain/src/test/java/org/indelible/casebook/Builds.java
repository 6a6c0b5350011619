package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.SoftHard;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.shared.BuildHash;
import org.indelible.shared.DomainRefusal;

/** One small study build: a visit, a repeating log, vital signs with items of every class. */
final class Builds implements StudyBuilds {
    static final VisitRef BASELINE = VisitRef.of("SE.BASE");
    static final FormRef VITALS = BASELINE.form("F.VS");
    static final GroupRef GROUP = GroupRef.of("IG.VS");
    static final ItemRef SYSTOLIC = GROUP.item("I.SYSBP");
    static final ItemRef PULSE = GROUP.item("I.PULSE");
    static final ItemRef COMMENT = GROUP.item("I.COMMENT");
    static final ItemRef HOSPITAL_NUMBER = GROUP.item("I.HOSPNO");
    static final ItemRef KIT_COLOUR = GROUP.item("I.KIT");
    static final FormRef LOG_LINE = VisitRef.of("SE.LOG").form("F.AE", new RepeatKey("ae-1"));
    static final ItemRef TERM = new GroupRef("IG.AE", new RepeatKey("1")).item("I.TERM");
    static final RangeCheck AT_MOST_250 = new RangeCheck(
            Optional.of(Comparator.LE),
            SoftHard.SOFT,
            List.of("250"),
            Optional.empty(),
            TranslatedText.none(),
            List.of());
    static final StudyBuild BUILD = build(List.of("I.SYSBP", "I.PULSE", "I.COMMENT", "I.HOSPNO", "I.KIT"), true);
    static final BuildHash HASH = new BuildHash(BUILD.hash());
    /** Without the pulse, and without the log of adverse events. */
    static final StudyBuild AMENDED = build(List.of("I.SYSBP", "I.COMMENT", "I.HOSPNO", "I.KIT"), false);

    static final BuildHash AMENDED_HASH = new BuildHash(AMENDED.hash());

    @Override
    public StudyBuild require(BuildHash hash) {
        if (hash.equals(AMENDED_HASH)) {
            return AMENDED;
        }
        if (!hash.equals(HASH)) {
            throw new DomainRefusal("study-build-unknown", "no such build", "file it");
        }
        return BUILD;
    }

    private static StudyBuild build(List<String> vitals, boolean log) {
        return StudyBuild.of(new BuildContent(
                "ST",
                "Study",
                "",
                "Protocol",
                "MDV.1",
                "Build",
                "",
                List.of(),
                Stream.concat(
                                Stream.of(
                                        event("SE.BASE", EventType.SCHEDULED, false, "F.VS"),
                                        event("SE.WEEK2", EventType.SCHEDULED, false, "F.VS")),
                                log ? Stream.of(event("SE.LOG", EventType.COMMON, true, "F.AE")) : Stream.empty())
                        .toList(),
                List.of(form("F.VS", false, "IG.VS"), form("F.AE", true, "IG.AE")),
                List.of(group("IG.VS", false, vitals.toArray(String[]::new)), group("IG.AE", true, "I.TERM")),
                List.of(
                        item("I.SYSBP", DataType.INTEGER, false, false),
                        item("I.PULSE", DataType.INTEGER, false, false),
                        item("I.COMMENT", DataType.TEXT, false, false),
                        item("I.HOSPNO", DataType.TEXT, true, false),
                        item("I.KIT", DataType.TEXT, false, true),
                        item("I.TERM", DataType.TEXT, false, false)),
                List.of(),
                List.<MeasurementUnit>of(),
                List.of(),
                List.of(),
                List.of("en")));
    }

    private static StudyEventDef event(String oid, EventType type, boolean repeating, String form) {
        return new StudyEventDef(
                oid,
                oid,
                type,
                repeating,
                Optional.empty(),
                TranslatedText.none(),
                List.of(Ref.to(form, 1, true)),
                List.of());
    }

    private static FormDef form(String oid, boolean repeating, String group) {
        return new FormDef(oid, oid, repeating, TranslatedText.none(), List.of(Ref.to(group, 1, true)), List.of());
    }

    private static ItemGroupDef group(String oid, boolean repeating, String... items) {
        return new ItemGroupDef(
                oid,
                oid,
                repeating,
                Optional.empty(),
                TranslatedText.none(),
                java.util.Arrays.stream(items)
                        .map(item -> Ref.to(item, 1, false))
                        .toList(),
                List.of());
    }

    private static ItemDef item(String oid, DataType type, boolean identifying, boolean blinding) {
        return new ItemDef(
                oid,
                oid,
                type,
                Optional.empty(),
                Optional.empty(),
                TranslatedText.none(),
                TranslatedText.none(),
                List.of(),
                Optional.empty(),
                oid.equals("I.SYSBP") ? List.of(AT_MOST_250) : List.of(),
                List.of(),
                identifying,
                blinding,
                false);
    }
}
