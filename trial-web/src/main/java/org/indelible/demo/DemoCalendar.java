package org.indelible.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Days of the enacted trial, counted from the day of installation, so that a visit that is overdue is overdue on the day somebody looks.
 *
 * @param installed the moment the simulated time ends
 */
record DemoCalendar(Instant installed) {
    /** Nine months. */
    static final int FIRST_DAY = -275;

    DemoCalendar {
        installed = installed.truncatedTo(ChronoUnit.SECONDS);
    }

    Instant begins() {
        return LocalDate.ofInstant(installed, ZoneOffset.UTC)
                .plusDays(FIRST_DAY)
                .atTime(LocalTime.of(6, 0))
                .toInstant(ZoneOffset.UTC);
    }

    /** The last moment that is enacted: nothing of the day of installation, which has only begun. */
    Instant ends() {
        return LocalDate.ofInstant(installed, ZoneOffset.UTC).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** So many days from the installation; negative ones lie before it. */
    LocalDate day(int offset) {
        return LocalDate.ofInstant(installed, ZoneOffset.UTC).plusDays(offset);
    }

    /** The same, or the Friday before where that is a weekend: sites work from Monday to Friday. */
    LocalDate workday(int offset) {
        LocalDate day = day(offset);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.with(DayOfWeek.FRIDAY);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    static Instant at(LocalDate day, String time, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }
}
