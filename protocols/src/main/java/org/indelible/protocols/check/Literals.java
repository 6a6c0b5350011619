package org.indelible.protocols.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.indelible.protocols.build.DataType;

/** Writes comparisons with constants as CEL does for an item's type. */
final class Literals {
    private Literals() {}

    /** The comparison in CEL; empty where a text would be compared with more or less. */
    static Optional<String> compare(String variable, DataType type, String operator, String literal) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (literal.isEmpty()) {
            return equality ? Optional.of(variable + " " + operator + " null") : Optional.empty();
        }
        if (type.numeric()) {
            return number(literal).map(n -> {
                if (type != DataType.INTEGER) {
                    return variable + " " + operator + " " + real(n);
                }
                return n.scale() <= 0
                        ? variable + " " + operator + " " + n.toBigInteger()
                        : guarded(variable, operator, real(n));
            });
        }
        return equality || type.temporal()
                ? Optional.of(variable + " " + operator + " " + quoted(literal))
                : Optional.empty();
    }

    /** Where nothing was entered, a conversion to double would make an equality undecidable. */
    private static String guarded(String variable, String operator, String number) {
        String comparison = "double(" + variable + ") " + operator + " " + number;
        return switch (operator) {
            case "==" -> "(" + variable + " != null && " + comparison + ")";
            case "!=" -> "(" + variable + " == null || " + comparison + ")";
            default -> comparison;
        };
    }

    static Optional<BigDecimal> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs(number.scale()) < 100
                    ? Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros())
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    static String real(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "\"";
    }
}
