package org.indelible.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Looks at the clock at the start and every few seconds. A command runs for a moment only. */
@Component
@Profile("!command")
class ClockSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSchedule.class);
    private static final long PAUSE_SECONDS = 5;

    private final LedgerStore ledgers;
    private final ClockAlerts alerts;
    private final Clock clock;
    private @Nullable ScheduledExecutorService clockwork;
    private boolean wasBehind;

    ClockSchedule(LedgerStore ledgers, ClockAlerts alerts, Clock clock) {
        this.ledgers = ledgers;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        ClockWatch watch = new ClockWatch(clock.instant(), System.nanoTime());
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("clock-watch").daemon().factory());
        started.scheduleWithFixedDelay(() -> look(watch), 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        clockwork = started;
    }

    private void look(ClockWatch watch) {
        try {
            Optional<ClockJump> jump = watch.look(clock.instant(), System.nanoTime());
            Optional<ClockJump> behind = lastStored().flatMap(stored -> ClockWatch.behind(stored, clock.instant()));
            // One change is told once, also while the ledger waits for the clock to catch up.
            jump.or(() -> wasBehind ? Optional.empty() : behind).ifPresent(alerts::found);
            wasBehind = behind.isPresent();
            alerts.record();
        } catch (RuntimeException e) {
            LOG.error("The clock could not be looked at; tried again in a moment", e);
        }
    }

    private Optional<Instant> lastStored() {
        long size = ledgers.ledgerSize(LedgerStore.PLATFORM);
        return size == 0
                ? Optional.empty()
                : ledgers.entry(LedgerStore.PLATFORM, size - 1).map(StoredEntry::iat);
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
