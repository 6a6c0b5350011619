package org.indelible.casebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A signature as it stands beside the record (21 CFR 11.50).
 *
 * @param name printed name, or the account where the name was erased
 * @param scope what was signed, in words
 * @param zone of the participant's site
 */
public record SignatureLine(
        String name,
        String role,
        String meaning,
        String scope,
        Instant at,
        ZoneId zone,
        long entry,
        Optional<StaleLine> stale) {
    /**
     * Since when it is out of date, and why.
     *
     * @param by who changed something
     * @param what the change, in words
     */
    public record StaleLine(
            Instant since, String by, String what, Optional<String> reason, boolean reasonErased, long entry) {}

    public boolean holds() {
        return stale.isEmpty();
    }
}
