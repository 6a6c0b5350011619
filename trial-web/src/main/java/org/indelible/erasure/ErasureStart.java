package org.indelible.erasure;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Before anything is served, what was erased is gone, and what two persons agreed on is carried out. */
@Component
@Profile("!command")
class ErasureStart implements SmartLifecycle {
    private final ErasureReplay replay;
    private final ErasureOrders orders;
    private boolean running;

    ErasureStart(ErasureReplay replay, ErasureOrders orders) {
        this.replay = replay;
        this.orders = orders;
    }

    @Override
    public synchronized void start() {
        replay.reapply();
        orders.resume();
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Well before the web server's. */
    @Override
    public int getPhase() {
        return 0;
    }
}
