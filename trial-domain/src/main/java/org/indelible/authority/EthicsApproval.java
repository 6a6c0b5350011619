package org.indelible.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.indelible.eventstore.InClear;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;

/**
 * The favourable opinion of an institutional review board or independent ethics committee (ICH E6(R3) 1.1) for one site.
 *
 * @param approvedOn first day on which it holds
 * @param expiresOn last day on which it holds, open-ended where absent
 */
public record EthicsApproval(
        @InClear String committee,
        @InClear DocumentHash document,
        @InClear List<ProtocolVersion> protocolVersions,
        @InClear List<ConsentVersion> consentVersions,
        @InClear LocalDate approvedOn,
        @InClear Optional<LocalDate> expiresOn) {

    public EthicsApproval {
        protocolVersions = List.copyOf(protocolVersions);
        consentVersions = List.copyOf(consentVersions);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(approvedOn)
                && expiresOn.map(last -> !day.isAfter(last)).orElse(true);
    }

    public boolean covers(ProtocolVersion version, LocalDate day) {
        return holdsOn(day) && protocolVersions.contains(version);
    }

    public boolean covers(ConsentVersion version, LocalDate day) {
        return holdsOn(day) && consentVersions.contains(version);
    }
}
