package org.indelible.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

/** What is measured: a stream of its own for each command, with one event of 1 KB and five values, of ten one encrypted. */
@AggregateRoot(type = "casebook")
class Measurement {
    private static final List<String> VALUES = IntStream.range(0, 5)
            .mapToObj(i -> "value " + i + " " + "x".repeat(112))
            .toList();

    record Take(@TargetAggregateIdentifier String casebook, int ordinal) {}

    @EventType(name = "sample.measurement-taken")
    record TakenHere(@InClear List<SampleEvents.Item> items) {}

    /** The same text without classes, salts or keys, for the store that is compared with. */
    record Taken(List<TakenItem> items) {}

    record TakenItem(String oid, String value, String unit) {}

    @AggregateIdentifier
    private String casebook = "";

    Measurement() {}

    @CommandHandler
    Measurement(Take take) {
        casebook = take.casebook;
        boolean encrypts = take.ordinal % 2 == 0;
        List<SampleEvents.Item> items = IntStream.range(0, VALUES.size())
                .mapToObj(i -> new SampleEvents.Item(
                        oid(i),
                        Disclosable.of(
                                Optional.of(VALUES.get(i)),
                                encrypts && i == 0 ? DisclosureClass.FREE_TEXT : DisclosureClass.VALUE),
                        Optional.of("mmHg")))
                .toList();
        apply(new TakenHere(items), MetaData.with(CommandMetadata.SITE, "101"));
    }

    @EventSourcingHandler
    void on(TakenHere event, DomainEventMessage<?> message) {
        casebook = message.getAggregateIdentifier();
    }

    private static String oid(int i) {
        return "IG.VITAL_SIGNS.SUPINE.IT.SYSTOLIC_BLOOD_PRESSURE." + i;
    }

    /** The same decision on Axon's own store. */
    @AggregateRoot(type = "casebook")
    static class OnAxonsStore {
        @AggregateIdentifier
        private String casebook = "";

        OnAxonsStore() {}

        @CommandHandler
        OnAxonsStore(Take take) {
            casebook = take.casebook;
            apply(new Taken(IntStream.range(0, VALUES.size())
                    .mapToObj(i -> new TakenItem(oid(i), VALUES.get(i), "mmHg"))
                    .toList()));
        }

        @EventSourcingHandler
        void on(Taken event, DomainEventMessage<?> message) {
            casebook = message.getAggregateIdentifier();
        }
    }
}
