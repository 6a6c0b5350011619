package org.indelible.protocols.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.indelible.protocols.build.DataType;

/**
 * Reads text as an ODM data type says (ODM 1.3.2, 2.13). The canonical form differs from the text only where several texts mean
 * the same value; trailing zeros stay, because they state a precision.
 */
public final class LexicalValue {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,1000}");
    private static final Pattern FLOAT = Pattern.compile("[+-]?\\d{1,1000}(\\.\\d{1,1000})?");
    private static final Pattern DOUBLE = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?([DdEe][+-]?\\d{1,3})?");
    private static final Pattern DURATION = Pattern.compile(
            "[+-]?P(?:(?=.)(\\d{1,9}Y)?(\\d{1,9}M)?(\\d{1,9}D)?(T(?=\\d)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}(\\.\\d{1,9})?S)?)?|\\d{1,9}W)");
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})*");
    private static final int HEX_FLOAT_DIGITS = 16;
    private static final int BASE64_FLOAT_CHARACTERS = 12;

    private LexicalValue() {}

    /** The value in canonical form; empty where the text is not of the type, an impossible date for example. */
    public static Optional<String> canonical(DataType type, String text) {
        return switch (type) {
            case TEXT, STRING -> Optional.of(text);
            case INTEGER -> matching(INTEGER, text).map(t -> new BigInteger(t).toString());
            case FLOAT -> matching(FLOAT, text).map(t -> new BigDecimal(t).toPlainString());
            case DOUBLE -> realNumber(text);
            case BOOLEAN -> truth(text);
            case DATE,
                    TIME,
                    DATETIME,
                    PARTIAL_DATE,
                    PARTIAL_TIME,
                    PARTIAL_DATETIME,
                    INCOMPLETE_DATE,
                    INCOMPLETE_TIME,
                    INCOMPLETE_DATETIME -> PointInTime.parse(type, text).map(point -> text);
            case DURATION_DATETIME -> matching(DURATION, text);
            case INTERVAL_DATETIME -> interval(text);
            case HEX_BINARY -> matching(HEX, text).map(t -> t.toUpperCase(Locale.ROOT));
            case HEX_FLOAT ->
                matching(HEX, text)
                        .filter(t -> !t.isEmpty() && t.length() <= HEX_FLOAT_DIGITS)
                        .map(t -> t.toUpperCase(Locale.ROOT));
            case BASE64_BINARY -> base64(text);
            case BASE64_FLOAT -> base64(text).filter(t -> !t.isEmpty() && t.length() <= BASE64_FLOAT_CHARACTERS);
            case URI -> uri(text);
        };
    }

    /** The value as a number, where the type is numeric and it has one. */
    static Optional<BigDecimal> number(DataType type, String text) {
        return type.numeric()
                ? canonical(type, text)
                        .filter(t -> !t.equals("NaN") && !t.endsWith("INF"))
                        .map(BigDecimal::new)
                : Optional.empty();
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> realNumber(String text) {
        if (text.equals("INF") || text.equals("-INF") || text.equals("NaN")) {
            return Optional.of(text);
        }
        return matching(DOUBLE, text)
                .map(t -> new BigDecimal(t.replace('D', 'E').replace('d', 'e')).toString());
    }

    private static Optional<String> truth(String text) {
        return switch (text) {
            case "true", "1" -> Optional.of("true");
            case "false", "0" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static Optional<String> interval(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        boolean firstPoint =
                PointInTime.parse(DataType.PARTIAL_DATETIME, ends[0]).isPresent();
        boolean lastPoint =
                PointInTime.parse(DataType.PARTIAL_DATETIME, ends[1]).isPresent();
        boolean valid = firstPoint && (lastPoint || duration(ends[1])) || lastPoint && duration(ends[0]);
        return valid ? Optional.of(text) : Optional.empty();
    }

    private static boolean duration(String text) {
        return DURATION.matcher(text).matches();
    }

    private static Optional<String> base64(String text) {
        String compact = text.replaceAll("\\s", "");
        try {
            String encoded =
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(compact));
            return encoded.equals(compact) ? Optional.of(encoded) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> uri(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text).toString());
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }
}
