package org.indelible.certification;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.authority.Authority;
import org.indelible.certification.CertificationCommand.RotateAuthority;
import org.indelible.shared.StreamId;
import org.jspecify.annotations.Nullable;

/** Axon shell of the installation's certificate authority. */
@AggregateRoot(type = AuthorityEvent.STREAM_TYPE)
public class CertificationAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private CertificationState state = CertificationState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RotateAuthority command, Authority authority) {
        CertificationDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(CertificationEvent event) {
        state = state.evolve(event);
        id = StreamId.ofCertification().toString();
    }
}
