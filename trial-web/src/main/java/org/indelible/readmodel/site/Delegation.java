package org.indelible.readmodel.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.Provenance;

/**
 * A delegation with both signatures (ICH E6(R3) 2.3.3).
 *
 * @param id issued by the server; what accepting and ending refer to
 * @param until the last day, as delegated or as ended before
 * @param provenance the delegating signature: who, when
 * @param acceptance the delegate's signature; not in force before
 */
public record Delegation(
        String id,
        String account,
        List<String> duties,
        LocalDate from,
        Optional<LocalDate> until,
        Provenance provenance,
        Optional<Provenance> acceptance,
        Optional<Provenance> ended) {

    public boolean accepted() {
        return acceptance.isPresent();
    }

    public boolean inForceOn(LocalDate day) {
        return accepted()
                && !day.isBefore(from)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
