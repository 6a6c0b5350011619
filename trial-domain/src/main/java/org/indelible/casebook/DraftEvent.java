package org.indelible.casebook;

import java.time.Instant;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;

/** That something was typed into a form and not saved: without a word of what it was. */
public sealed interface DraftEvent extends CasebookEvent {
    @EventType(name = "draft-discarded")
    record DraftDiscarded(@InClear FormRef form, @InClear AccountId by) implements DraftEvent {}

    /** @param typedAt when anything was typed last */
    @EventType(name = "draft-left")
    record DraftLeft(
            @InClear FormRef form,
            @InClear AccountId by,
            @InClear Instant typedAt) implements DraftEvent {}
}
