package org.indelible.account;

import java.util.Optional;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;

/** Where a role holds: in every trial, in one, or at one site of one. A choice of one list, so that trial and site cannot contradict each other. */
record GrantPlace(Optional<TrialId> trial, Optional<SiteKey> site) {
    static final String EVERYWHERE = "*";

    /** @throws IllegalArgumentException where it is no choice of the list */
    static GrantPlace parse(String choice) {
        if (choice.equals(EVERYWHERE)) {
            return new GrantPlace(Optional.empty(), Optional.empty());
        }
        int slash = choice.indexOf('/');
        return slash < 0
                ? new GrantPlace(Optional.of(new TrialId(choice)), Optional.empty())
                : new GrantPlace(
                        Optional.of(new TrialId(choice.substring(0, slash))),
                        Optional.of(new SiteKey(choice.substring(slash + 1))));
    }
}
