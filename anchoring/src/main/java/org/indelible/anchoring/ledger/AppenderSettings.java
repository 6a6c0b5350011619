package org.indelible.anchoring.ledger;

import java.time.Duration;

/**
 * How much the appender takes on.
 *
 * @param queueCapacity commands that may wait; more are refused
 * @param queueWait how long a command waits for a place in the queue
 * @param batchEntries entries of one group commit, unless one command alone has more
 * @param reconnectFor how long a lost connection is tried again where an answer depends on it
 */
public record AppenderSettings(
        int queueCapacity, Duration queueWait, int batchEntries, Duration reconnectFor, StreamRule streamRule) {
    public static final AppenderSettings DEFAULT =
            new AppenderSettings(1024, Duration.ofSeconds(2), 256, Duration.ofSeconds(30), StreamRule.CONTINUOUS);

    public AppenderSettings withStreamRule(StreamRule rule) {
        return new AppenderSettings(queueCapacity, queueWait, batchEntries, reconnectFor, rule);
    }

    public AppenderSettings withQueue(int capacity, Duration wait) {
        return new AppenderSettings(capacity, wait, batchEntries, reconnectFor, streamRule);
    }

    public AppenderSettings withReconnectFor(Duration duration) {
        return new AppenderSettings(queueCapacity, queueWait, batchEntries, duration, streamRule);
    }
}
