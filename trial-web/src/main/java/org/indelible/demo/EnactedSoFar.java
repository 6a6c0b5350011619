package org.indelible.demo;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of the demo trial is on record. Each enacted entry names the step it is of, as what it is derived from.
 *
 * @param installed where the simulated time ends, once that is declared
 * @param steps how many are on record
 * @param complete nothing is missing, or people have taken over
 */
record EnactedSoFar(Optional<Instant> installed, int steps, boolean complete) {
    private static final String PREFIX = "demo:";
    private static final String LAST = ":last";

    static final EnactedSoFar NOTHING = new EnactedSoFar(Optional.empty(), 0, false);

    static String name(int step, boolean last) {
        return PREFIX + step + (last ? LAST : "");
    }

    /** @param derivedFrom of the ledger's last entry; absent where a person made it */
    static EnactedSoFar of(Instant installed, Optional<String> derivedFrom) {
        Optional<String> enacted = derivedFrom.filter(name -> name.startsWith(PREFIX));
        if (enacted.isEmpty() || enacted.get().endsWith(LAST)) {
            return new EnactedSoFar(Optional.of(installed), 0, true);
        }
        int step = Integer.parseInt(enacted.get().substring(PREFIX.length()));
        return new EnactedSoFar(Optional.of(installed), step + 1, false);
    }
}
