package org.indelible.recovery;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.authority.Authority;
import org.indelible.recovery.RecoveryCommand.ConfirmLoss;
import org.indelible.recovery.RecoveryCommand.DeclareLoss;
import org.indelible.recovery.RecoveryEvent.LossDeclared;
import org.indelible.shared.StreamId;
import org.jspecify.annotations.Nullable;

/** Axon shell of a ledger's recoveries. */
@AggregateRoot(type = "recovery")
public class RecoveryAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private RecoveryState state = RecoveryState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclareLoss command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ConfirmLoss command, Authority authority) {
        decide(command, authority);
    }

    private void decide(RecoveryCommand command, Authority authority) {
        RecoveryDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(RecoveryEvent event) {
        state = state.evolve(event);
        if (event instanceof LossDeclared declared) {
            id = StreamId.ofRecovery(declared.ledger()).toString();
        }
    }
}
