package org.indelible.protocols.odm;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.ConditionDef;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ExternalCodeList;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.MethodDef;
import tools.jackson.core.type.TypeReference;

/** Reads what items refer to: code lists, units, conditions, methods (ODM 1.3.2, 3.1.1.3.7, 3.1.1.2.1, 3.1.1.3.11, 3.1.1.3.9). */
final class DictionaryReader {
    private final Definitions definitions;
    private final Reading reading;

    DictionaryReader(Definitions definitions, Reading reading) {
        this.definitions = definitions;
        this.reading = reading;
    }

    List<CodeList> codeLists() {
        return definitions.all("CodeList").stream().map(this::codeList).toList();
    }

    private CodeList codeList(Element e) {
        OdmExtras extras = OdmExtras.of(e);
        return new CodeList(
                Reading.oid(e),
                reading.name(e),
                extras.value("dataType", DataType.class).orElseGet(() -> ItemReader.dataType(e, reading)),
                entries(e),
                external(e).or(() -> extras.value("external", ExternalCodeList.class)),
                reading.aliases(e));
    }

    private List<CodeListEntry> entries(Element list) {
        Set<String> seen = new HashSet<>();
        return list.children().stream()
                .filter(e -> e.name().equals("CodeListItem") || e.name().equals("EnumeratedItem"))
                .filter(e -> usable(list, e, seen))
                .map(e -> new CodeListEntry(
                        e.attribute("CodedValue").orElse(""),
                        rank(e),
                        reading.integer(e, "OrderNumber"),
                        reading.text(e, "Decode"),
                        reading.aliases(e)))
                .toList();
    }

    private boolean usable(Element list, Element e, Set<String> seen) {
        Optional<String> coded = e.attribute("CodedValue");
        if (coded.isEmpty()) {
            reading.diagnostics()
                    .error(
                            "missing-coded-value",
                            e.name() + " of " + Reading.oid(list) + " has no CodedValue.",
                            "State the value that is stored.",
                            e.at(),
                            Reading.oid(list));
            return false;
        }
        if (!seen.add(coded.get())) {
            reading.warning(
                    "repeated-coded-value",
                    Reading.oid(list) + " has the value '" + coded.get() + "' twice; the first was kept.",
                    "Remove one of the two.",
                    e,
                    Reading.oid(list));
            return false;
        }
        return true;
    }

    private Optional<BigDecimal> rank(Element e) {
        return e.stated("Rank").flatMap(rank -> {
            try {
                return Optional.of(new BigDecimal(rank));
            } catch (NumberFormatException notANumber) {
                reading.warning("bad-number", "Rank is '" + rank + "' and was left out.", "Write a number.", e);
                return Optional.empty();
            }
        });
    }

    private static Optional<ExternalCodeList> external(Element list) {
        return list.child("ExternalCodeList")
                .map(e -> new ExternalCodeList(
                        e.stated("Dictionary"), e.stated("Version"), e.stated("href"), e.stated("ref")));
    }

    /** Units as ODM 1.3 defines them; ODM 2.0 has no such definition. */
    List<MeasurementUnit> units() {
        List<MeasurementUnit> more = definitions
                .protocol()
                .map(protocol -> OdmExtras.of(protocol).values("units", new TypeReference<List<MeasurementUnit>>() {}))
                .orElse(List.of());
        return more.isEmpty() ? written() : more;
    }

    private List<MeasurementUnit> written() {
        return definitions.all("MeasurementUnit").stream()
                .map(e -> new MeasurementUnit(Reading.oid(e), reading.name(e), reading.text(e, "Symbol")))
                .toList();
    }

    List<ConditionDef> conditions() {
        return definitions.all("ConditionDef").stream()
                .map(e -> new ConditionDef(
                        Reading.oid(e), reading.name(e), reading.text(e, "Description"), reading.expressions(e)))
                .toList();
    }

    List<MethodDef> methods() {
        return definitions.all("MethodDef").stream()
                .map(e -> new MethodDef(
                        Reading.oid(e),
                        reading.name(e),
                        e.stated("Type").or(() -> OdmExtras.of(e).text("type")),
                        reading.text(e, "Description"),
                        reading.expressions(e)))
                .toList();
    }
}
