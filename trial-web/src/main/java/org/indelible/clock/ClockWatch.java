package org.indelible.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.indelible.account.ClockChange;

/**
 * Compares the server's clock, which can be set, with one that cannot ({@link System#nanoTime}). What a time service corrects by slewing
 * stays far below the threshold between two looks; a step does not.
 */
final class ClockWatch {
    /** The least that counts as a change. */
    static final Duration STEP = Duration.ofSeconds(2);

    private Instant wall;
    private long nanos;

    ClockWatch(Instant wall, long nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    /** One look: what happened since the look before. */
    synchronized Optional<ClockJump> look(Instant wallNow, long nanosNow) {
        Instant expected = wall.plusNanos(nanosNow - nanos);
        wall = wallNow;
        nanos = nanosNow;
        return jump(ClockChange.WHILE_RUNNING, expected, wallNow)
                .filter(jump -> jump.by().abs().compareTo(STEP) > 0);
    }

    /** Whether the clock is behind what is stored. That it was set forward while nobody looked cannot be known. */
    static Optional<ClockJump> behind(Instant lastStored, Instant wallNow) {
        return jump(ClockChange.BEHIND_LEDGER, lastStored, wallNow)
                .filter(jump -> jump.by().compareTo(STEP.negated()) < 0);
    }

    private static Optional<ClockJump> jump(ClockChange found, Instant expected, Instant said) {
        return Optional.of(
                new ClockJump(found, expected.truncatedTo(ChronoUnit.MILLIS), said.truncatedTo(ChronoUnit.MILLIS)));
    }
}
