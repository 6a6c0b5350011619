package org.indelible.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many failures at once per name, and one more each time so long has passed. It remembers a bounded number of names; one that has
 * failed least recently is forgotten first.
 */
final class FailureBudget {
    private static final int NAMES = 10_000;

    private record Spent(double failures, Instant at) {}

    private final int atOnce;
    private final Duration regained;
    private final Clock clock;
    private final Map<String, Spent> spent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Spent> eldest) {
            return size() > NAMES;
        }
    };

    /** @param regained how long it takes until one more failure is allowed */
    FailureBudget(int atOnce, Duration regained, Clock clock) {
        this.atOnce = atOnce;
        this.regained = regained;
        this.clock = clock;
    }

    synchronized boolean isExhausted(String name) {
        return failures(name) > atOnce - 1;
    }

    /** Whether this failure was within the budget. */
    synchronized boolean spend(String name) {
        double before = failures(name);
        boolean within = before <= atOnce - 1;
        spent.put(name, new Spent(within ? before + 1 : before, clock.instant()));
        return within;
    }

    private double failures(String name) {
        Spent known = spent.get(name);
        if (known == null) {
            return 0;
        }
        double gone = Duration.between(known.at(), clock.instant()).toMillis();
        return Math.max(0, known.failures() - gone / regained.toMillis());
    }
}
