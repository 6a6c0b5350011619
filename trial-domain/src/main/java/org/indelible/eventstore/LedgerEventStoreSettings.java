package org.indelible.eventstore;

/**
 * How much the event store keeps at hand.
 *
 * @param cachedAggregates aggregates kept between commands
 */
public record LedgerEventStoreSettings(int cachedAggregates) {
    public static final LedgerEventStoreSettings DEFAULT = new LedgerEventStoreSettings(2_000);
}
