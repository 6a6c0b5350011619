package org.indelible.readmodel.trial;

import java.util.List;

/**
 * @param kind {@code test}, {@code training} or {@code production}
 * @param status {@code registered}, {@code open}, {@code closed}, {@code locked} or {@code archived}
 * @param protocolVersions in the order of their submission
 */
public record TrialSummary(
        String trial,
        String name,
        String kind,
        String status,
        String ledger,
        long treeSize,
        List<ProtocolVersionRow> protocolVersions) {
    public TrialSummary {
        protocolVersions = List.copyOf(protocolVersions);
    }

    public boolean test() {
        return kind.equals("test");
    }
}
