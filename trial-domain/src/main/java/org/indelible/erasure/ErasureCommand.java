package org.indelible.erasure;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.Targeted;
import org.indelible.shared.EntryHash;
import org.indelible.shared.Reason;
import org.indelible.shared.StreamId;

/** What can be asked of the erasures about one subject. */
public sealed interface ErasureCommand extends Targeted {

    ErasureSubject subject();

    ErasureId request();

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return subject().stream();
    }

    /**
     * The first of the two persons: a stray identifier stands in free text.
     *
     * @param entry leaf index in the trial's ledger
     * @param texts fields of that entry
     */
    record RequestTextErasure(
            ErasureSubject subject, ErasureId request, long entry, List<DisclosureDigest> texts, Reason reason)
            implements ErasureCommand {
        public RequestTextErasure {
            texts = List.copyOf(texts);
        }
    }

    /** The first of the two persons: all that identifies the participant is to go, once the trial's retention has ended. */
    record RequestIdentityErasure(ErasureSubject subject, ErasureId request, Reason reason) implements ErasureCommand {}

    /** The second of the two persons. With it the erasure is ordered, and cannot be undone. */
    record ApproveErasure(ErasureSubject subject, ErasureId request) implements ErasureCommand {}

    /** The request is refused, or withdrawn by who made it. */
    record DeclineErasure(ErasureSubject subject, ErasureId request, Reason reason) implements ErasureCommand {}

    /**
     * Said by the platform once the values are gone.
     *
     * @param order the entry of the approval
     */
    record RecordErasure(ErasureSubject subject, ErasureId request, EntryHash order) implements ErasureCommand {}
}
