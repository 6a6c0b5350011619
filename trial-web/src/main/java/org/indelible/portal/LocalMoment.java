package org.indelible.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Moments as a person types them. */
public final class LocalMoment {
    private LocalMoment() {}

    /** A date, which is meant to its end, or a local time, with the offset of the zone; anything else as it is. */
    public static String withOffset(String requested, ZoneId zone) {
        try {
            if (requested.length() == 10) {
                return LocalDate.parse(requested)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .minusNanos(1)
                        .toOffsetDateTime()
                        .toString();
            }
            return LocalDateTime.parse(requested)
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException notLocal) {
            return requested;
        }
    }
}
