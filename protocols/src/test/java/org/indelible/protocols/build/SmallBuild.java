package org.indelible.protocols.build;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A build with something of everything. */
public final class SmallBuild {
    private SmallBuild() {}

    public static BuildContent content() {
        return new BuildContent(
                "ST.1",
                "Study",
                "",
                "P-1",
                "MDV.1",
                "Version 1",
                "",
                List.of(Ref.to("SE.1", 1, true)),
                List.of(new StudyEventDef(
                        "SE.1",
                        "Visit",
                        EventType.SCHEDULED,
                        false,
                        Optional.empty(),
                        TranslatedText.none(),
                        List.of(Ref.to("F.1", 1, true)),
                        List.of(new Alias(
                                "visit-window",
                                "anchor=SE.0/F.1/IG.1/I.1;item=I.1;target=P14D;before=P3D;after=P2D")))),
                List.of(new FormDef(
                        "F.1", "Form", false, TranslatedText.none(), List.of(Ref.to("IG.1", 1, true)), List.of())),
                List.of(new ItemGroupDef(
                        "IG.1",
                        "Group",
                        true,
                        Optional.of("VS"),
                        TranslatedText.of("en", "Rows"),
                        List.of(new Ref(
                                "I.1", Optional.of(1), true, Optional.of("C.1"), Optional.of("M.1"), Optional.empty())),
                        List.of())),
                List.of(item()),
                List.of(new CodeList(
                        "CL.1",
                        "Codes",
                        DataType.INTEGER,
                        List.of(new CodeListEntry(
                                "1",
                                Optional.of(new BigDecimal("1.50")),
                                Optional.of(1),
                                TranslatedText.of("", "One"))),
                        Optional.of(new ExternalCodeList(
                                Optional.of("MedDRA"), Optional.of("27.0"), Optional.empty(), Optional.empty())))),
                List.of(new MeasurementUnit("MU.1", "mmHg", TranslatedText.of("en", "mmHg"))),
                List.of(new ConditionDef(
                        "C.1", "Never", TranslatedText.none(), List.of(new FormalExpression("CEL", "false")))),
                List.of(new MethodDef(
                        "M.1",
                        "Sum",
                        Optional.of("Computation"),
                        TranslatedText.none(),
                        List.of(new FormalExpression("XPath", "1 + 1")))),
                List.of("de", "en"));
    }

    private static ItemDef item() {
        return new ItemDef(
                "I.1",
                "SYSBP",
                DataType.INTEGER,
                Optional.of(3),
                Optional.empty(),
                new TranslatedText(Map.of("en", "Systolic “pressure”", "de", "Systolischer Druck")),
                TranslatedText.none(),
                List.of("MU.1"),
                Optional.of("CL.1"),
                List.of(new RangeCheck(
                        Optional.of(Comparator.GE),
                        SoftHard.HARD,
                        List.of("80"),
                        Optional.of("MU.1"),
                        TranslatedText.of("en", "Too low"),
                        List.of())),
                List.of(),
                true,
                false,
                true);
    }
}
