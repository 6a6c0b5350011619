package org.indelible.protocols.odm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.TranslatedText;

/** Reads ItemDef (ODM 1.3.2, 3.1.1.3.6). */
final class ItemReader {
    private final Definitions definitions;
    private final Reading reading;
    private final RangeCheckReader rangeChecks;

    ItemReader(Definitions definitions, Reading reading) {
        this.definitions = definitions;
        this.reading = reading;
        this.rangeChecks = new RangeCheckReader(reading);
    }

    List<ItemDef> items() {
        return definitions.all("ItemDef").stream().map(this::item).toList();
    }

    private ItemDef item(Element e) {
        List<Alias> aliases = reading.aliases(e);
        DataType type = dataType(e, reading);
        OdmExtras extras = OdmExtras.of(e);
        return new ItemDef(
                Reading.oid(e),
                reading.name(e),
                type,
                reading.integer(e, "Length"),
                reading.integer(e, "SignificantDigits").or(() -> extras.integer("significantDigits")),
                reading.text(e, "Question"),
                reading.text(e, "Description"),
                units(e),
                reading.reference(e, "CodeListRef", "CodeListOID", "CodeList"),
                rangeChecks.checks(e, type, extras),
                aliases,
                flagged(aliases, "identifying")
                        || extras.flag("identifying")
                        || e.stated(RedCap.IDENTIFIER).filter("y"::equals).isPresent(),
                flagged(aliases, "blinding") || extras.flag("blinding"),
                flagged(aliases, "critical") || extras.flag("critical"),
                instructions(e, extras),
                e.stated("SDSVarName").or(() -> extras.text("sdsVarName")),
                e.stated("Origin").or(() -> extras.text("origin")));
    }

    /** ODM 2.0 has an element for them, 1.3.2 has none. */
    private TranslatedText instructions(Element e, OdmExtras extras) {
        return extras.value("instructions", TranslatedText.class)
                .orElseGet(() -> reading.text(e, "CRFCompletionInstructions"));
    }

    private List<String> units(Element e) {
        List<String> more = OdmExtras.of(e).texts("units");
        return more.isEmpty() ? written(e) : more;
    }

    private List<String> written(Element e) {
        return e.children("MeasurementUnitRef")
                .flatMap(ref -> ref.stated("MeasurementUnitOID").stream().peek(oid -> require(oid, ref)))
                .distinct()
                .toList();
    }

    private void require(String unitOid, Element ref) {
        definitions.require("MeasurementUnit", unitOid, ref, reading.diagnostics());
    }

    private static boolean flagged(List<Alias> aliases, String flag) {
        return aliases.contains(new Alias(ItemDef.ALIAS_CONTEXT, flag));
    }

    static DataType dataType(Element e, Reading reading) {
        Optional<DataType> known = e.stated("DataType").flatMap(DataType::ofOdmName);
        if (known.isEmpty()) {
            reading.error(
                    "unknown-data-type",
                    e.name() + " has "
                            + e.stated("DataType")
                                    .map(t -> "DataType '" + t + "'")
                                    .orElse("no DataType")
                            + ", so its values cannot be read.",
                    "Use a data type of ODM 1.3.2: "
                            + Arrays.stream(DataType.values())
                                    .map(DataType::odmName)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    e);
        }
        return known.orElse(DataType.TEXT);
    }
}
