package org.indelible.attestation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.indelible.anchoring.attest.Stamping;
import org.indelible.anchoring.attest.Witnessing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Looks every other second whether a witness or an authority is to be asked. A command runs for a moment only, and asks nobody. */
@Component
@Profile("!command")
class AttestationSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AttestationSchedule.class);
    private static final long PAUSE_SECONDS = 2;

    private final Witnessing witnessing;
    private final Stamping stamping;
    private final WitnessAlerts alerts;
    private @Nullable ScheduledExecutorService clockwork;

    AttestationSchedule(Witnessing witnessing, Stamping stamping, WitnessAlerts alerts) {
        this.witnessing = witnessing;
        this.stamping = stamping;
        this.alerts = alerts;
    }

    /** May follow a stop. */
    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("attestation").daemon().factory());
        started.scheduleWithFixedDelay(this::pass, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        clockwork = started;
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

    private void pass() {
        try {
            witnessing.pass();
            stamping.pass();
            alerts.look();
        } catch (RuntimeException e) {
            LOG.error("Witnesses and time-stamp authorities could not be asked; tried again in a moment", e);
        }
    }
}
