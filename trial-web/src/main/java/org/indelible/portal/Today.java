package org.indelible.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.indelible.readmodel.AsOf;
import org.springframework.stereotype.Component;

/** From when ages are counted: now, or the moment of the last entry shown where that is another, in the past and where times are enacted. */
@Component
public class Today {
    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    public Instant at(AsOf asOf) {
        Instant now = clock.instant();
        return asOf.lastEntryAt()
                .filter(last -> asOf.past() || last.isAfter(now))
                .orElse(now);
    }

    public LocalDate on(AsOf asOf) {
        return LocalDate.ofInstant(at(asOf), ZoneOffset.UTC);
    }
}
