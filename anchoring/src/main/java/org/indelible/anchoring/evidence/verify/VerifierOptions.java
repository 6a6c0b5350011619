package org.indelible.anchoring.evidence.verify;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.verify.Check;

/**
 * What the reader brings along.
 *
 * @param policy logs and witnesses that they trust
 * @param older a checkpoint kept from before
 * @param authorities certificates that are to end the path of a time-stamp authority's; empty where none is trusted
 * @param clock tells whether a time-stamp can still be verified today
 */
public record VerifierOptions(
        Optional<TrustPolicy> policy, Optional<OlderCheckpoint> older, List<X509Certificate> authorities, Clock clock) {
    public static final VerifierOptions NONE = new VerifierOptions(Optional.empty(), Optional.empty());

    public VerifierOptions {
        authorities = List.copyOf(authorities);
    }

    /** Without time-stamp authorities. */
    public VerifierOptions(Optional<TrustPolicy> policy, Optional<OlderCheckpoint> older) {
        this(policy, older, List.of(), Clock.systemUTC());
    }

    /** Checks that they ask for by what they bring: where one cannot be made, the bundle does not pass. */
    List<Check> demanded() {
        List<Check> demanded = new ArrayList<>();
        if (policy.isPresent()) {
            demanded.add(Check.LOG_KEY);
            demanded.add(Check.WITNESSES);
        }
        if (!authorities.isEmpty()) {
            demanded.add(Check.TIME_STAMP);
        }
        if (older.isPresent()) {
            demanded.add(Check.OLDER_CHECKPOINT);
        }
        return demanded;
    }
}
