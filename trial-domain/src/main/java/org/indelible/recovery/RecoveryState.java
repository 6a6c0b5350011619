package org.indelible.recovery;

import java.util.Optional;
import org.indelible.recovery.RecoveryEvent.LossConfirmed;
import org.indelible.recovery.RecoveryEvent.LossDeclared;

/**
 * Where the recovery of a ledger stands.
 *
 * @param recoveries how often it was recovered
 * @param open declared, and not confirmed yet
 */
record RecoveryState(int recoveries, Optional<LossDeclared> open) {
    static final RecoveryState NONE = new RecoveryState(0, Optional.empty());

    RecoveryState evolve(RecoveryEvent event) {
        return switch (event) {
            case LossDeclared declared -> new RecoveryState(recoveries, Optional.of(declared));
            case LossConfirmed confirmed -> new RecoveryState(recoveries + 1, Optional.empty());
        };
    }
}
