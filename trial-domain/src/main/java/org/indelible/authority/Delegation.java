package org.indelible.authority;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.indelible.shared.AccountId;

/**
 * Duties of one person at one site (ICH E6(R3) 2.3.3). In force only with both signatures.
 *
 * @param to last day as delegated
 * @param accepted whether the delegate has signed beside the principal investigator
 * @param endedOn last day as ended before time
 */
public record Delegation(
        String delegationId,
        AccountId delegate,
        Set<Duty> duties,
        LocalDate from,
        Optional<LocalDate> to,
        boolean accepted,
        Optional<LocalDate> endedOn) {

    public Delegation {
        duties = Set.copyOf(duties);
    }

    public boolean inForce(LocalDate day) {
        return accepted
                && !day.isBefore(from)
                && to.map(last -> !day.isAfter(last)).orElse(true)
                && endedOn.map(last -> !day.isAfter(last)).orElse(true);
    }

    public Delegation accept() {
        return new Delegation(delegationId, delegate, duties, from, to, true, endedOn);
    }

    public Delegation end(LocalDate on) {
        return new Delegation(delegationId, delegate, duties, from, to, accepted, Optional.of(on));
    }
}
