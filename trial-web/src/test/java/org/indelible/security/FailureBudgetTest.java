package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("R27")
class FailureBudgetTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final FailureBudget budget = new FailureBudget(3, Duration.ofMinutes(10), clock);

    @Test
    void allowsSoManyAtOnceAndOneMoreEachTimeSoLongHasPassed() {
        for (int i = 0; i < 3; i++) {
            assertThat(budget.isExhausted("a")).isFalse();
            assertThat(budget.spend("a")).isTrue();
        }
        assertThat(budget.isExhausted("a")).isTrue();
        assertThat(budget.spend("a")).isFalse();
        assertThat(budget.isExhausted("b")).isFalse();

        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(10)));

        assertThat(budget.spend("a")).isTrue();
        assertThat(budget.spend("a")).isFalse();
    }

    @Test
    void remembersABoundedNumberOfNames() {
        for (int i = 0; i < 3; i++) {
            budget.spend("first");
        }
        for (int i = 0; i < 10_000; i++) {
            budget.spend("name " + i);
        }
        assertThat(budget.isExhausted("first")).isFalse();
    }
}
