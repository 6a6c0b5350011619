package org.indelible.anchoring.attest;

import java.time.Duration;
import java.util.List;

/**
 * When to ask whom for time-stamps.
 *
 * @param ledgers whose checkpoints are stamped
 * @param interval from one token to the next, while there is something new
 * @param renewBefore how long before a token can no longer be verified it is renewed
 * @param patience for one request
 */
public record StampingSettings(
        List<TimestampAuthority> authorities,
        List<String> ledgers,
        Duration interval,
        Duration renewBefore,
        Duration patience) {
    public StampingSettings {
        authorities = List.copyOf(authorities);
        ledgers = List.copyOf(ledgers);
    }
}
