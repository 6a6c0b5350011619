package org.indelible.protocols.odm;

import java.util.Set;

/** Which elements of ODM 1.3.2 are read, and which are known and passed over; anything else is said to be unknown. */
final class Vocabulary {
    private static final Set<String> READ = Set.of(
            "ODM",
            "Study",
            "GlobalVariables",
            "StudyName",
            "StudyDescription",
            "ProtocolName",
            "BasicDefinitions",
            "MeasurementUnit",
            "Symbol",
            "TranslatedText",
            "MetaDataVersion",
            "Include",
            "Protocol",
            "Description",
            "StudyEventRef",
            "StudyEventDef",
            "FormRef",
            "FormDef",
            "ItemGroupRef",
            "ItemGroupDef",
            "ItemRef",
            "ItemDef",
            "Question",
            "MeasurementUnitRef",
            "RangeCheck",
            "CheckValue",
            "ErrorMessage",
            "CodeListRef",
            "Alias",
            "CodeList",
            "CodeListItem",
            "Decode",
            "ExternalCodeList",
            "EnumeratedItem",
            "MethodDef",
            "ConditionDef",
            "FormalExpression",
            "RepeatingInstrumentsAndEvents",
            "RepeatingInstruments",
            "RepeatingInstrument",
            "RepeatingEvent");
    private static final Set<String> PASSED_OVER =
            Set.of("ExternalQuestion", "Role", "ArchiveLayout", "Presentation", "ImputationMethod", "Signature");

    private Vocabulary() {}

    /** Counts what was not read below this element. */
    static void report(Element element, Diagnostics diagnostics) {
        for (Element child : element.children()) {
            if (READ.contains(child.name())) {
                report(child, diagnostics);
            } else if (PASSED_OVER.contains(child.name())) {
                diagnostics.tally(
                        Severity.INFO,
                        "not-read",
                        "The element " + child.name() + " of ODM 1.3.2 is not used here",
                        "Nothing to do, unless it says something the trial relies on.",
                        child.at());
            } else {
                diagnostics.tally(
                        Severity.WARNING,
                        "unknown-element",
                        "ODM 1.3.2 has no element " + child.name() + " below " + element.name() + "; it was not read",
                        "Remove it, or put it into a namespace of its own if it is a vendor extension.",
                        child.at());
            }
        }
    }
}
