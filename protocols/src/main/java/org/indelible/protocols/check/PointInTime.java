package org.indelible.protocols.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.indelible.protocols.build.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A date, time or both, of which components may be unknown (ODM 1.3.2, 2.13: date, time, datetime and their partial and
 * incomplete forms). Impossible ones, 30 February or minute 60, do not parse.
 */
record PointInTime(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable Integer hour,
        @Nullable Integer minute,
        @Nullable BigDecimal second,
        @Nullable ZoneOffset offset) {
    private static final String DATE = "(\\d{4}|-)(?:-(\\d{2}|-)(?:-(\\d{2}|-))?)?";
    private static final String TIME =
            "(\\d{2}|-)(?::(\\d{2}|-)(?::(\\d{2}(?:\\.\\d{1,12})?|-))?)?(Z|[+-]\\d{2}:\\d{2})?";
    private static final Pattern DATE_AND_TIME = Pattern.compile("(?:" + DATE + ")?(?:T" + TIME + ")?");
    private static final Pattern TIME_ALONE = Pattern.compile("T?" + TIME);

    static Optional<PointInTime> parse(DataType type, String text) {
        return switch (type) {
            case DATE -> dated(text).filter(p -> p.wholeDate() && !p.timed());
            case PARTIAL_DATE -> dated(text).filter(p -> p.partialDate() && !p.timed());
            case INCOMPLETE_DATE -> dated(text).filter(p -> !p.timed());
            case DATETIME -> dated(text).filter(p -> p.wholeDate() && p.wholeTime());
            case PARTIAL_DATETIME ->
                dated(text).filter(p -> p.partialDate() && (!p.timed() || p.wholeDate() && p.partialTime()));
            case INCOMPLETE_DATETIME -> dated(text);
            case TIME ->
                text.startsWith("T") ? Optional.empty() : timeAlone(text).filter(PointInTime::wholeTime);
            case PARTIAL_TIME ->
                text.startsWith("T") ? Optional.empty() : timeAlone(text).filter(PointInTime::partialTime);
            case INCOMPLETE_TIME -> timeAlone(text);
            default -> throw new IllegalArgumentException(type + " is not a point in time");
        };
    }

    private static Optional<PointInTime> dated(String text) {
        Matcher m = DATE_AND_TIME.matcher(text);
        return m.matches() && m.group(1) != null
                ? of(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6), m.group(7))
                : Optional.empty();
    }

    private static Optional<PointInTime> timeAlone(String text) {
        Matcher m = TIME_ALONE.matcher(text);
        return m.matches() ? of(null, null, null, m.group(1), m.group(2), m.group(3), m.group(4)) : Optional.empty();
    }

    private static Optional<PointInTime> of(@Nullable String... parts) {
        try {
            String second = parts[5];
            String offset = parts[6];
            PointInTime point = new PointInTime(
                    number(parts[0]),
                    number(parts[1]),
                    number(parts[2]),
                    number(parts[3]),
                    number(parts[4]),
                    second == null || second.equals("-") ? null : new BigDecimal(second),
                    offset == null ? null : ZoneOffset.of(offset));
            return point.possible() ? Optional.of(point) : Optional.empty();
        } catch (DateTimeException noSuchOffset) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer number(@Nullable String part) {
        return part == null || part.equals("-") ? null : Integer.valueOf(part);
    }

    private boolean possible() {
        boolean calendar = (year == null || year > 0)
                && (month == null || month >= 1 && month <= 12)
                && (day == null || day >= 1 && day <= longestMonth());
        boolean clock = (hour == null || hour <= 23)
                && (minute == null || minute <= 59)
                && (second == null || second.compareTo(BigDecimal.valueOf(60)) < 0);
        return calendar && clock;
    }

    /** Days of the month as far as it is known; where the year is not, February may have 29. */
    private int longestMonth() {
        return month == null
                ? 31
                : YearMonth.of(year == null ? 2000 : year, month).lengthOfMonth();
    }

    boolean timed() {
        return Stream.of(Optional.ofNullable(hour), Optional.ofNullable(minute), Optional.ofNullable(second))
                .anyMatch(Optional::isPresent);
    }

    boolean wholeDate() {
        return year != null && month != null && day != null;
    }

    private boolean wholeTime() {
        return hour != null && minute != null && second != null;
    }

    /** Nothing is known below something unknown. */
    private boolean partialDate() {
        return year != null && (month != null || day == null);
    }

    private boolean partialTime() {
        return hour != null && (minute != null || second == null);
    }

    /** What it covers; empty where it cannot be placed: the year, or something above something known, is unknown. */
    Optional<TimeSpan> span() {
        boolean placed = (year == null ? month == null && day == null : partialDate())
                && (!timed() || partialTime() && (year == null || wholeDate()));
        return placed ? Optional.of(TimeSpan.of(this)) : Optional.empty();
    }

    LocalDate firstDay() {
        return year == null ? LocalDate.EPOCH : LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    LocalDate lastDay() {
        if (year == null) {
            return LocalDate.EPOCH;
        }
        YearMonth last = YearMonth.of(year, month == null ? 12 : month);
        return day == null ? last.atEndOfMonth() : last.atDay(day);
    }
}
