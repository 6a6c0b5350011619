package org.indelible.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnactedSoFarTest {
    private static final Instant INSTALLED = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void goesOnAfterTheStepOfTheLastEntry() {
        EnactedSoFar soFar = EnactedSoFar.of(INSTALLED, Optional.of(EnactedSoFar.name(41, false)));

        assertThat(soFar.complete()).isFalse();
        assertThat(soFar.steps()).isEqualTo(42);
        assertThat(soFar.installed()).contains(INSTALLED);
    }

    @Test
    void isCompleteAfterTheLastStep() {
        assertThat(EnactedSoFar.of(INSTALLED, Optional.of(EnactedSoFar.name(457, true)))
                        .complete())
                .isTrue();
    }

    @Test
    void leavesATrialAloneThatPeopleHaveTakenOver() {
        assertThat(EnactedSoFar.of(INSTALLED, Optional.empty()).complete()).isTrue();
    }
}
