package org.indelible.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.indelible.account.ClockChange;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("R19")
class ClockWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ClockWatch watch = new ClockWatch(NOON, -7);

    @Test
    void aClockThatGoesAsAClockGoesIsNotReportedAndSlewingNeither() {
        assertThat(watch.look(NOON.plusSeconds(5), 5 * SECOND - 7)).isEmpty();
        // Slewed by half a second in a thousand.
        assertThat(watch.look(NOON.plusMillis(1_005_500), 1_005 * SECOND - 7)).isEmpty();
    }

    @Test
    void aStepIsReportedOnceWithWhatWasDue() {
        assertThat(watch.look(NOON.minusSeconds(3595), 5 * SECOND - 7))
                .contains(new ClockJump(ClockChange.WHILE_RUNNING, NOON.plusSeconds(5), NOON.minusSeconds(3595)));
        assertThat(watch.look(NOON.minusSeconds(3590), 10 * SECOND - 7)).isEmpty();
        assertThat(watch.look(NOON.plusSeconds(15), 15 * SECOND - 7))
                .hasValueSatisfying(jump -> assertThat(jump.by()).isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void aClockThatIsBehindWhatIsStoredWasSetBackWhileNobodyLooked() {
        assertThat(ClockWatch.behind(NOON, NOON.minusSeconds(60)))
                .contains(new ClockJump(ClockChange.BEHIND_LEDGER, NOON, NOON.minusSeconds(60)));
        assertThat(ClockWatch.behind(NOON, NOON.plusSeconds(86_400))).isEmpty();
        assertThat(ClockWatch.behind(NOON, NOON.minusMillis(1_900))).isEmpty();
    }
}
