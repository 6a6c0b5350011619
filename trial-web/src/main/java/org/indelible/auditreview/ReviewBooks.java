package org.indelible.auditreview;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** Reads the plans and reviews of a trial as they stood. */
@Component
class ReviewBooks {
    private final EventStore events;

    ReviewBooks(EventStore events) {
        this.events = events;
    }

    ReviewBook of(AsOf asOf) {
        ReviewBook book = new ReviewBook();
        events.readEvents(new StreamId.OfAuditReviews(new TrialId(asOf.trial())).toString())
                .asStream()
                .map(LoggedEvent::of)
                .filter(logged -> logged.leafIndex() < asOf.treeSize())
                .forEach(book::add);
        return book;
    }
}
