package org.indelible.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.ledger.StoredEntry;

/**
 * Who may append what, where and when, and what of its metadata is kept. Production always installs {@link ProductionAppendPolicy}. Axon's
 * contract tests, whose events have no author, no trial, times of their own and any metadata, install another. Refusals are
 * {@link AppendRefusedException}s.
 */
public interface AppendPolicy {
    /** Where the stream's entries belong. */
    Placement placeOf(String stream);

    /** Whether streams start at 0 and have no gaps, as the ledger's own rule for streams then also demands. */
    boolean demandsContinuity();

    /** System time of storage of an event about to be sealed for the ledger. */
    Instant storedAt(String ledger, EventMessage<?> event);

    /** Who seals an event at this time. */
    CertifiedAuthor authorOf(EventMessage<?> event, Instant storedAt);

    /** What the entry says of the event's metadata. */
    MetadataClaims claimsOf(MetaData metaData);

    /** The metadata of an event that is read back. */
    MetaData metaDataOf(StoredEntry entry, EntryClaims claims);
}
