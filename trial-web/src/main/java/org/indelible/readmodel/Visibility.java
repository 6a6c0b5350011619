package org.indelible.readmodel;

import java.util.Optional;
import java.util.Set;

/**
 * What a reader may see of a trial.
 *
 * @param identity whether identifying items are shown: to sites and the participant only
 * @param allocation whether the treatment, and what would reveal it, is shown: to unblinded roles only
 * @param sites the sites whose participants are shown; empty for all
 * @param participant the one participant that is shown; empty for all
 */
public record Visibility(
        boolean identity, boolean allocation, Optional<Set<String>> sites, Optional<String> participant) {
    public Visibility {
        sites = sites.map(Set::copyOf);
    }

    /** Every participant in pseudonymous, blinded form. */
    public static Visibility pseudonymous() {
        return new Visibility(false, false, Optional.empty(), Optional.empty());
    }
}
