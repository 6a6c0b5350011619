package org.indelible.demo;

import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.indelible.casebook.CorrectedItem;
import org.indelible.casebook.RecordingEvent.ItemsCorrected;
import org.indelible.eventstore.EventMetadata;
import org.indelible.shared.CommandMetadata;
import org.springframework.stereotype.Component;

/** Finds the corrected blood pressure of the demo: the value whose change made a signature go stale. */
@Component
public class TamperTargets {
    private final EventStore events;

    TamperTargets(EventStore events) {
        this.events = events;
    }

    /** Empty where no demo was enacted. */
    public Optional<TamperTarget> find() {
        Iterator<? extends DomainEventMessage<?>> stream =
                events.readEvents(Cast.STALE.in(DemoTrials.ENACTED).toString());
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (event.getPayload() instanceof ItemsCorrected corrected) {
                return Optional.of(target(event, corrected));
            }
        }
        return Optional.empty();
    }

    private static TamperTarget target(DomainEventMessage<?> event, ItemsCorrected corrected) {
        MetaData metadata = event.getMetaData();
        CorrectedItem item = corrected.items().getFirst();
        return new TamperTarget(
                text(metadata, EventMetadata.LEDGER),
                (Long) Objects.requireNonNull(metadata.get(EventMetadata.LEAF_INDEX)),
                event.getAggregateIdentifier(),
                text(metadata, CommandMetadata.ACTOR),
                text(metadata, CommandMetadata.ROLE),
                (Instant) Objects.requireNonNull(metadata.get(EventMetadata.STORED_AT)),
                corrected.form().eventOid() + " / " + corrected.form().formOid() + " / "
                        + item.item().itemOid(),
                item.value().present().flatMap(value -> value).orElseThrow());
    }

    private static String text(MetaData metadata, String key) {
        return String.valueOf(metadata.get(key));
    }
}
