package org.indelible.certification;

import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.RecordedReason;

/** What became of the installation's certificate authority. */
public sealed interface CertificationEvent {

    /**
     * Another authority certifies authors from here on. Sealed by whom the old one certified, unless it was lost.
     *
     * @param since platform leaf index, decimal: entries before it certify under the old root, it and those after it under the new
     * @param previous base64 of the old root certificate in DER
     * @param root base64 of the new one
     * @param lost whether the old authority's key was lost
     * @param orderedBy the administrator on whose order
     */
    @EventType(name = AuthorityEvent.TYPE)
    record AuthorityRotated(
            @InClear String since,
            @InClear String previous,
            @InClear String root,
            @InClear boolean lost,
            @InClear AccountId orderedBy,
            @InClear RecordedReason reason)
            implements CertificationEvent {}
}
