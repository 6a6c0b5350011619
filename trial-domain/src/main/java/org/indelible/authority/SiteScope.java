package org.indelible.authority;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.SiteKey;

/**
 * The site that an authority is for, and what the actor may do there that day.
 *
 * @param principalInvestigator whether the actor is
 * @param duties held that day
 * @param trained in what the site's build asks for
 */
public record SiteScope(
        SiteKey site,
        ZoneId zone,
        boolean principalInvestigator,
        Set<Duty> duties,
        boolean trained,
        List<EthicsApproval> approvals,
        Optional<ActivatedBuild> build) {

    public SiteScope {
        duties = Set.copyOf(duties);
        approvals = List.copyOf(approvals);
    }

    public boolean approved(ProtocolVersion version, LocalDate day) {
        return approvals.stream().anyMatch(approval -> approval.covers(version, day));
    }

    public boolean approved(ConsentVersion version, LocalDate day) {
        return approvals.stream().anyMatch(approval -> approval.covers(version, day));
    }

    /** Whether the protocol version of the site's build is approved that day. */
    public boolean conductApproved(LocalDate day) {
        return build.map(active -> approved(active.protocolVersion(), day)).orElse(false);
    }
}
