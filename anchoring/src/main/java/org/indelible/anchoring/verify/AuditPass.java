package org.indelible.anchoring.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A finished full pass of the self-audit.
 *
 * @param ledgers number of entries read of each ledger; what came later the pass says nothing about
 * @param failures what failed, one line each
 */
public record AuditPass(
        Instant startedAt, Instant finishedAt, Map<String, Long> ledgers, Outcome outcome, List<String> failures) {
    public AuditPass {
        ledgers = Map.copyOf(ledgers);
        failures = List.copyOf(failures);
    }

    /** Number of entries read in all. */
    public long entries() {
        return ledgers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of entries of this ledger that were read. */
    public long entries(String ledger) {
        return ledgers.getOrDefault(ledger, 0L);
    }
}
