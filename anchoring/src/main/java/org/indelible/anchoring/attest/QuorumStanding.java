package org.indelible.anchoring.attest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the quorum of a policy has followed a ledger.
 *
 * @param size of the largest checkpoint that enough witnesses cosigned; 0 where there is none
 * @param waitingSince since when there is a larger checkpoint; empty where there is none
 */
public record QuorumStanding(long size, Optional<Instant> waitingSince) {
    public boolean isBehind(Instant now, Duration patience) {
        return waitingSince.filter(since -> since.plus(patience).isBefore(now)).isPresent();
    }
}
