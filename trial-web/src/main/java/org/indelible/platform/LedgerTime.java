package org.indelible.platform;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What time is it in a ledger? The server's, except where a demo trial is being enacted: its ledger declares in its first entry that its times are simulated. Entries get
 * their time from here, and authority is judged at it, so that both always agree.
 */
@Component
public class LedgerTime {
    private final Clock server;
    private final Map<String, Clock> enacted = new ConcurrentHashMap<>();

    LedgerTime(Clock server) {
        this.server = server;
    }

    public Clock clockOf(String ledger) {
        return enacted.getOrDefault(ledger, server);
    }

    /** From now on this ledger lives in the time of another clock. */
    public void enact(String ledger, Clock clock) {
        enacted.put(ledger, clock);
    }

    /** The ledger is back in the server's time. */
    public void live(String ledger) {
        enacted.remove(ledger);
    }
}
