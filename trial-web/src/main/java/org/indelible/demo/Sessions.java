package org.indelible.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.indelible.authority.Actor;
import org.indelible.authors.EnactedSignIns;
import org.jspecify.annotations.Nullable;

/** Who is signed in: everybody signs in anew on each day they work, and again where a day gets long. */
final class Sessions implements AutoCloseable {
    private static final Duration BEFORE_WORK = Duration.ofMinutes(4);

    /** Within the life of a certificate. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private record Session(LocalDate day, Instant began, Actor actor) {
        boolean lasts(LocalDate today, Instant at) {
            return day.equals(today) && at.isBefore(began.plus(LONGEST));
        }
    }

    private final EnactedSignIns signIns;
    private final Map<DemoPerson, Session> open = new EnumMap<>(DemoPerson.class);

    Sessions(EnactedSignIns signIns) {
        this.signIns = signIns;
    }

    Actor actor(DemoPerson person, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, person.zone());
        Session session = open.get(person);
        if (session == null || !session.lasts(day, at)) {
            end(session);
            session = new Session(
                    day,
                    at,
                    signIns.begin(person.account(), person.organisation(), person.role(), at.minus(BEFORE_WORK)));
            open.put(person, session);
        }
        return session.actor();
    }

    private void end(@Nullable Session session) {
        if (session != null) {
            signIns.end(session.actor());
        }
    }

    @Override
    public void close() {
        open.values().forEach(this::end);
        open.clear();
    }
}
