package org.indelible.protocols.clinicaldata;

import java.util.List;
import java.util.Optional;

/**
 * A remark about a record (ODM 1.3.2, 3.1.4.1.4 Annotation).
 *
 * @param sponsorOrSite whose comment it is: Sponsor or Site
 */
public record Annotation(int seqNum, Optional<String> comment, Optional<String> sponsorOrSite, List<Flag> flags) {
    public Annotation {
        flags = List.copyOf(flags);
    }

    /** Annotation/Flag; the lists are OIDs of code lists. */
    public record Flag(
            String value, Optional<String> valueListOid, Optional<String> type, Optional<String> typeListOid) {}
}
