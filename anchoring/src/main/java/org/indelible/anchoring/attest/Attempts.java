package org.indelible.anchoring.attest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom to ask again when: after each failure the pause doubles, from a second to five minutes; nobody is asked twice at a time. */
final class Attempts<K> {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WISH = Duration.ofHours(1);
    private static final int DOUBLINGS = 9;

    private final Set<K> underWay = new HashSet<>();
    private final Map<K, Integer> failures = new HashMap<>();
    private final Map<K, Instant> notBefore = new HashMap<>();

    /** Whether it is time; if so, it is under way until {@link #succeeded} or {@link #failed}. */
    synchronized boolean begin(K key, Instant now) {
        return !now.isBefore(notBefore.getOrDefault(key, Instant.MIN)) && underWay.add(key);
    }

    synchronized void succeeded(K key) {
        underWay.remove(key);
        failures.remove(key);
        notBefore.remove(key);
    }

    /** @param retryAfter what the other asks for; heeded where it is longer than the pause due, up to an hour */
    synchronized void failed(K key, Instant now, Optional<Duration> retryAfter) {
        underWay.remove(key);
        notBefore.put(key, now.plus(pause(failures.merge(key, 1, Integer::sum), retryAfter)));
    }

    static Duration pause(int failures, Optional<Duration> retryAfter) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration pause = shorter(doubled, LONGEST_PAUSE);
        Duration wish = shorter(retryAfter.orElse(Duration.ZERO), LONGEST_WISH);
        return wish.compareTo(pause) > 0 ? wish : pause;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
