package org.indelible.clock;

import java.time.Duration;
import java.time.Instant;
import org.indelible.account.ClockChange;

/**
 * The clock said something else than it should have.
 *
 * @param expected at least this, where it was found at a start
 */
record ClockJump(ClockChange found, Instant expected, Instant said) {
    /** Positive where it was set forward. */
    Duration by() {
        return Duration.between(expected, said);
    }
}
