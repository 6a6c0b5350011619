package org.indelible.protocols.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The interval a whole or partial date or time covers, both ends included. Two dates compare by day, anything with a time to
 * the nanosecond; where both have an offset, in UTC.
 */
record TimeSpan(LocalDateTime first, LocalDateTime last, boolean timed, boolean inUtc) {
    static TimeSpan of(PointInTime p) {
        LocalDateTime first = p.firstDay().atTime(clock(p, false));
        LocalDateTime last = p.lastDay().atTime(clock(p, true));
        ZoneOffset offset = p.offset();
        return offset == null
                ? new TimeSpan(first, last, p.timed(), false)
                : new TimeSpan(utc(first, offset), utc(last, offset), true, true);
    }

    private static LocalDateTime utc(LocalDateTime local, ZoneOffset offset) {
        return local.minusSeconds(offset.getTotalSeconds());
    }

    private static LocalTime clock(PointInTime p, boolean latest) {
        Integer hour = p.hour();
        if (hour == null) {
            return latest ? LocalTime.MAX : LocalTime.MIN;
        }
        Integer minute = p.minute();
        BigDecimal second = p.second();
        LocalTime unknown = latest ? LocalTime.MAX : LocalTime.MIN;
        return LocalTime.of(hour, minute == null ? unknown.getMinute() : minute)
                .withSecond(second == null ? unknown.getSecond() : second.intValue())
                .withNano(
                        second == null
                                ? unknown.getNano()
                                : second.remainder(BigDecimal.ONE)
                                        .movePointRight(9)
                                        .intValue());
    }

    /** Whether this comes before the other: yes, no, or not to be told from what is known. */
    Decision before(TimeSpan other) {
        if (inUtc != other.inUtc && timed && other.timed) {
            return Decision.UNDECIDABLE;
        }
        if (!timed && !other.timed) {
            return decide(
                    last.toLocalDate().isBefore(other.first.toLocalDate()),
                    notBefore(first.toLocalDate(), other.last.toLocalDate()));
        }
        return decide(last.isBefore(other.first), !first.isBefore(other.last));
    }

    private static boolean notBefore(LocalDate one, LocalDate other) {
        return !one.isBefore(other);
    }

    private static Decision decide(boolean yes, boolean no) {
        return yes ? Decision.TRUE : no ? Decision.FALSE : Decision.UNDECIDABLE;
    }

    /** Whether both are the same point; two partial ones may be, which is undecidable. */
    Decision same(TimeSpan other) {
        if (before(other) == Decision.TRUE || other.before(this) == Decision.TRUE) {
            return Decision.FALSE;
        }
        return before(other) == Decision.FALSE && other.before(this) == Decision.FALSE
                ? Decision.TRUE
                : Decision.UNDECIDABLE;
    }
}
