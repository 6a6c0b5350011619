package org.indelible.site;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.authority.Authority;
import org.indelible.site.SiteCommand.*;
import org.jspecify.annotations.Nullable;

/** Axon shell of a site: loads the state, asks {@link SiteDecisions}, appends what comes of it. */
@AggregateRoot(type = "site")
public class SiteAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private SiteState state = SiteState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenSite command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(NamePrincipalInvestigator command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordEthicsApproval command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ActivateBuild command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(DelegateDuty command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(AcceptDelegation command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(EndDelegation command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordTraining command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(CloseSite command, Authority authority) {
        decide(command, authority);
    }

    private void decide(SiteCommand command, Authority authority) {
        SiteDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(SiteEvent event) {
        state = state.evolve(event);
        if (event instanceof SiteEvent.SiteOpened opened) {
            id = opened.site().toString();
        }
    }
}
