package org.indelible.logkey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.anchoring.ledger.RotationEvent;
import org.indelible.authority.Authority;
import org.indelible.logkey.LogKeyCommand.RotateLogKey;
import org.indelible.logkey.LogKeyEvent.LogKeyRotated;
import org.indelible.shared.StreamId;
import org.jspecify.annotations.Nullable;

/** Axon shell of the keys of a ledger. */
@AggregateRoot(type = RotationEvent.STREAM_TYPE)
public class LogKeyAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private LogKeyState state = LogKeyState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RotateLogKey command, Authority authority) {
        LogKeyDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(LogKeyEvent event) {
        state = state.evolve(event);
        switch (event) {
            case LogKeyRotated rotated ->
                id = StreamId.ofLogKey(rotated.ledger()).toString();
        }
    }
}
