package org.indelible.erasure;

import java.time.LocalDate;
import java.util.List;
import org.indelible.authority.Role;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.EntryHash;
import org.indelible.shared.RecordedReason;

/** What happened to a request to erase. About whom, says the stream; which site, the claims of the entry. */
public sealed interface ErasureEvent {

    ErasureId request();

    /**
     * @param position leaf index of the entry, for readers; {@code entry} names it for good
     * @param texts digests of the fields that are to go
     * @param fields their names, in the same order
     */
    @EventType(name = "text-erasure-requested")
    record TextErasureRequested(
            @InClear ErasureId request,
            @InClear long position,
            @InClear EntryHash entry,
            @InClear List<DisclosureDigest> texts,
            @InClear List<String> fields,
            @InClear AccountId by,
            @InClear Role role,
            @InClear RecordedReason reason)
            implements ErasureEvent {
        public TextErasureRequested {
            texts = List.copyOf(texts);
            fields = List.copyOf(fields);
        }
    }

    /** @param retainedUntil the trial's retention end as it was on record */
    @EventType(name = "identity-erasure-requested")
    record IdentityErasureRequested(
            @InClear ErasureId request,
            @InClear LocalDate retainedUntil,
            @InClear AccountId by,
            @InClear Role role,
            @InClear RecordedReason reason)
            implements ErasureEvent {}

    /** The order: whatever is erased for this request cites the hash of this entry. */
    @EventType(name = "erasure-approved")
    record ErasureApproved(
            @InClear ErasureId request,
            @InClear AccountId requestedBy,
            @InClear AccountId approvedBy) implements ErasureEvent {}

    @EventType(name = "erasure-declined")
    record ErasureDeclined(
            @InClear ErasureId request,
            @InClear AccountId by,
            @InClear RecordedReason reason) implements ErasureEvent {}

    /** @param order the entry of the approval */
    @EventType(name = "erasure-carried-out")
    record ErasureCarriedOut(
            @InClear ErasureId request, @InClear EntryHash order) implements ErasureEvent {}
}
