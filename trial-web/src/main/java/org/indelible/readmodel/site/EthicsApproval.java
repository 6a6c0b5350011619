package org.indelible.readmodel.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.Provenance;

/** @param documentHash SHA-256 of the committee's letter */
public record EthicsApproval(
        String committee,
        List<String> protocolVersions,
        LocalDate approvedOn,
        Optional<LocalDate> expiresOn,
        String documentHash,
        Provenance provenance) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(approvedOn)
                && expiresOn.map(last -> !day.isAfter(last)).orElse(true);
    }
}
