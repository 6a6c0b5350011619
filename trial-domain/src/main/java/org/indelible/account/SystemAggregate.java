package org.indelible.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.account.SystemCommand.CertifySystemKey;
import org.indelible.account.SystemCommand.ReapplyErasures;
import org.indelible.account.SystemCommand.RecordClockChange;
import org.indelible.authority.Authority;
import org.indelible.shared.StreamId;
import org.jspecify.annotations.Nullable;

/** Axon shell of a system that authors entries. */
@AggregateRoot(type = "system")
public class SystemAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private SystemState state = SystemState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CertifySystemKey command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordClockChange command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ReapplyErasures command, Authority authority) {
        decide(command, authority);
    }

    private void decide(SystemCommand command, Authority authority) {
        SystemDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(SystemEvent event) {
        state = state.evolve(event);
        if (event instanceof SystemEvent.SystemRegistered registered) {
            id = StreamId.ofSystem(registered.name()).toString();
        }
    }
}
