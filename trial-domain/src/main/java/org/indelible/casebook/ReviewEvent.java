package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Role;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.RecordedReason;

/** What readers with a duty to review did: opened forms, source data verification, queries. */
public sealed interface ReviewEvent extends CasebookEvent {

    /**
     * A person who may sign had the form before them; the first time only for each state of the form (R38).
     *
     * @param seen latest version of clinical data in the form
     */
    @EventType(name = "form-opened")
    record FormOpened(
            @InClear FormRef form,
            @InClear AccountId by,
            @InClear Version seen) implements ReviewEvent {}

    @EventType(name = "items-verified")
    record ItemsVerified(@InClear FormRef form, @InClear List<VerifiedItem> items) implements ReviewEvent {}

    /** @param seen latest version of data in the form; a later change calls for another review */
    @EventType(name = "form-reviewed")
    record FormReviewed(@InClear FormRef form, @InClear Version seen) implements ReviewEvent {}

    @EventType(name = "query-raised")
    record QueryRaised(
            @InClear QueryId query,
            @InClear FormRef form,
            @InClear Optional<ItemRef> item,
            @InClear Role raisedAs,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text)
            implements ReviewEvent {}

    @EventType(name = "query-answered")
    record QueryAnswered(
            @InClear QueryId query,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text) implements ReviewEvent {}

    @EventType(name = "query-closed")
    record QueryClosed(@InClear QueryId query) implements ReviewEvent {}

    @EventType(name = "query-reopened")
    record QueryReopened(
            @InClear QueryId query,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text) implements ReviewEvent {}

    @EventType(name = "query-cancelled")
    record QueryCancelled(@InClear QueryId query, @InClear RecordedReason reason) implements ReviewEvent {}
}
