package org.indelible.platform.log;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.indelible.anchoring.ledger.CheckpointRefusedException;
import org.indelible.anchoring.ledger.CheckpointService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Signs the heads of ledgers that have grown, every few seconds, and once more when the application stops. */
@Component
class CheckpointSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);
    private static final long PAUSE_SECONDS = 5;

    private final CheckpointService checkpoints;
    private final boolean idle;
    private @Nullable ScheduledExecutorService clockwork;

    /**
     * @param verifying whether the start is for a verification, which adds nothing to what it looks at
     * @param recovering whether it is for a recovery, which signs when it is through
     * @param rotating whether it is for a rotation of keys, which says itself what is signed with which
     */
    CheckpointSchedule(
            CheckpointService checkpoints,
            @Value("${indelible.verifying:false}") boolean verifying,
            @Value("${indelible.recovering:false}") boolean recovering,
            @Value("${indelible.rotating:false}") boolean rotating) {
        this.checkpoints = checkpoints;
        this.idle = verifying || recovering || rotating;
    }

    @Override
    public synchronized void start() {
        if (idle) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("checkpoints").daemon().factory());
        started.scheduleWithFixedDelay(this::sign, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        clockwork = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService stopping = clockwork;
        clockwork = null;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (stopping.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                sign();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    private void sign() {
        try {
            checkpoints.checkpointAll();
        } catch (CheckpointRefusedException refused) {
            LOG.error("The heads of the ledgers are not signed: {}", refused.getMessage());
        } catch (RuntimeException e) {
            // Tried again in a moment; that none is signed for long shows on the ledger page.
            LOG.error("The heads of the ledgers could not be signed", e);
        }
    }
}
