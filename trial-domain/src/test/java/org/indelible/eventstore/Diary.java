package org.indelible.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.shared.CommandMetadata;

/** The smallest aggregate that there is something to see of: notes, each by its number, with text that may be gone. */
@AggregateRoot(type = "casebook")
class Diary {
    record Open(@TargetAggregateIdentifier String diary) {}

    record Write(@TargetAggregateIdentifier String diary, String text) {}

    record WriteMany(@TargetAggregateIdentifier String diary, List<String> texts) {}

    record Read(@TargetAggregateIdentifier String diary) {}

    @AggregateIdentifier
    private String diary = "";

    private final List<Disclosable<String>> notes = new ArrayList<>();

    Diary() {}

    @CommandHandler
    Diary(Open open) {
        diary = open.diary;
        note("opened");
    }

    @CommandHandler
    void handle(Write write) {
        note(write.text);
    }

    @CommandHandler
    void handle(WriteMany write) {
        write.texts.forEach(this::note);
    }

    @CommandHandler
    List<Disclosable<String>> handle(Read read) {
        return List.copyOf(notes);
    }

    private void note(String text) {
        apply(
                new SampleEvents.NoteAdded(Disclosable.of(text, DisclosureClass.FREE_TEXT), notes.size()),
                MetaData.with(CommandMetadata.SITE, "101"));
    }

    @EventSourcingHandler
    void on(SampleEvents.NoteAdded event, DomainEventMessage<?> message) {
        diary = message.getAggregateIdentifier();
        notes.add(event.note());
    }
}
