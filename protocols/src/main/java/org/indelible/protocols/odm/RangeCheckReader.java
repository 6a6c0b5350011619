package org.indelible.protocols.odm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.SoftHard;
import tools.jackson.databind.JsonNode;

/** Reads RangeCheck (ODM 1.3.2, 3.1.1.3.6.4). */
final class RangeCheckReader {
    private final Reading reading;

    RangeCheckReader(Reading reading) {
        this.reading = reading;
    }

    List<RangeCheck> checks(Element item, DataType type, OdmExtras extras) {
        JsonNode units = extras.object("unitsOfChecks");
        List<Element> checks = item.children("RangeCheck").toList();
        return IntStream.range(0, checks.size())
                .boxed()
                .flatMap(i -> check(item, type, checks.get(i), unit(units, i)).stream())
                .toList();
    }

    private static Optional<String> unit(JsonNode units, int check) {
        return Optional.of(units.path(String.valueOf(check)))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private Optional<RangeCheck> check(Element item, DataType type, Element e, Optional<String> unit) {
        List<String> values = e.children("CheckValue").map(Element::text).toList();
        List<FormalExpression> expressions = reading.expressions(e);
        Optional<Comparator> comparator = comparator(item, e);
        if (comparator.isPresent() && values.isEmpty() || comparator.isEmpty() && expressions.isEmpty()) {
            warning(
                    item,
                    e,
                    "empty-range-check",
                    "has nothing to check and was left out",
                    "State a Comparator with its CheckValue, or a FormalExpression.");
            return Optional.empty();
        }
        boolean single = comparator
                .filter(c -> c != Comparator.IN && c != Comparator.NOTIN)
                .isPresent();
        if (single && values.size() > 1) {
            error(
                    item,
                    e,
                    "check-value-count",
                    "compares with " + values.size() + " values",
                    "Give " + comparator.get() + " one CheckValue, or use IN or NOTIN.");
        }
        if (type.numeric()) {
            values.stream()
                    .filter(value -> !number(value))
                    .forEach(value -> warning(
                            item,
                            e,
                            "bad-check-value",
                            "compares a number with '" + value + "', so it is never decided",
                            "Write the CheckValue as a number."));
        }
        return Optional.of(new RangeCheck(
                comparator,
                softHard(item, e),
                values,
                reading.reference(e, "MeasurementUnitRef", "MeasurementUnitOID", "MeasurementUnit")
                        .or(() -> unit),
                reading.text(e, "ErrorMessage"),
                expressions));
    }

    private Optional<Comparator> comparator(Element item, Element e) {
        Optional<String> stated = e.stated("Comparator");
        Optional<Comparator> known = stated.flatMap(name -> Arrays.stream(Comparator.values())
                .filter(c -> c.name().equals(name))
                .findFirst());
        if (stated.isPresent() && known.isEmpty()) {
            error(
                    item,
                    e,
                    "unknown-comparator",
                    "has Comparator '" + stated.get() + "'",
                    "Use LT, LE, GT, GE, EQ, NE, IN or NOTIN.");
        }
        return known;
    }

    private SoftHard softHard(Element item, Element e) {
        String stated = e.stated("SoftHard").orElse("");
        if (!stated.equals("Soft") && !stated.equals("Hard")) {
            warning(item, e, "missing-soft-hard", "does not say Soft or Hard; Soft was assumed", "State SoftHard.");
        }
        return stated.equals("Hard") ? SoftHard.HARD : SoftHard.SOFT;
    }

    private static boolean number(String value) {
        return value.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    }

    private void error(Element item, Element check, String code, String problem, String cure) {
        reading.diagnostics().error(code, sentence(item, problem), cure, check.at(), Reading.oid(item));
    }

    private void warning(Element item, Element check, String code, String problem, String cure) {
        reading.warning(code, sentence(item, problem), cure, check, Reading.oid(item));
    }

    private static String sentence(Element item, String problem) {
        return "A RangeCheck of " + Reading.oid(item) + " " + problem + ".";
    }
}
