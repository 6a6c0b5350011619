package org.indelible.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the self-audit tells of a ledger. The background pass itself belongs to anchoring. */
public interface SelfAuditReport {
    /** What the last pass over all ledgers says of this one; empty where there has been none. */
    Optional<Audited> last(String ledger);

    /**
     * How far and with what a pass came through a ledger.
     *
     * @param at when it ended
     * @param entries how many entries it read; what came later it says nothing about
     * @param whole whether it passed as a whole: where something failed in another ledger, it is not known whether all of this one could be checked
     * @param problems what it found wrong, a sentence each
     */
    record Audited(Instant at, long entries, boolean whole, List<String> problems) {
        public Audited {
            problems = List.copyOf(problems);
        }
    }
}
