package org.indelible.protocols.check;

import java.util.Optional;

/**
 * What a check found. A check that holds leaves no finding.
 *
 * @param checkId stable within a build: kind, OID and what is asked, for example {@code range:I.VS.SYSBP:LE:180}
 * @param itemOid empty where a whole item group is meant
 * @param groupKey key of the item group instance; empty where the group is missing
 * @param hard bars completion of the form, never saving
 * @param message in the language asked for, ready to show
 */
public record CheckFinding(
        CheckKind kind,
        String checkId,
        Optional<String> itemOid,
        String groupOid,
        Optional<String> groupKey,
        boolean hard,
        String message,
        Outcome outcome) {
    /** Undecidable: what was entered, a partial date for example, does not settle it; such a check does not fire. */
    public enum Outcome {
        FIRES,
        UNDECIDABLE
    }

    public boolean fires() {
        return outcome == Outcome.FIRES;
    }
}
