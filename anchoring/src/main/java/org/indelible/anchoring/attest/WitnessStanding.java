package org.indelible.anchoring.attest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.indelible.anchoring.policy.PolicyWitness;

/**
 * How far a witness has followed a ledger.
 *
 * @param last what it cosigned last; empty where nothing
 * @param report how asking it went last; empty where it was not asked yet
 * @param waitingSince since when there is a checkpoint that it has not cosigned; empty where it is up to date
 */
public record WitnessStanding(
        PolicyWitness witness,
        Optional<StoredCosignature> last,
        Optional<AttestorReport> report,
        Optional<Instant> waitingSince) {

    /** Whether it holds another history than this ledger's. */
    public boolean contradicts() {
        return report.filter(found -> found.state() == AttestorReport.State.CONTRADICTED)
                .isPresent();
    }

    /** Whether it has had its time and is not up to date. */
    public boolean isBehind(Instant now, Duration patience) {
        return waitingSince.filter(since -> since.plus(patience).isBefore(now)).isPresent();
    }
}
