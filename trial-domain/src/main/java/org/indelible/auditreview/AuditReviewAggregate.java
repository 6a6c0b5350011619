package org.indelible.auditreview;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.auditreview.AuditReviewCommand.*;
import org.indelible.authority.Authority;
import org.jspecify.annotations.Nullable;

/** Axon shell of the reviews of one trial's audit trail: loads the state, asks {@link AuditReviewDecisions}, appends what comes of it. */
@AggregateRoot(type = "audit-reviews")
public class AuditReviewAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private AuditReviewState state = AuditReviewState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlanAuditReview command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndReviewPlan command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BeginAuditReview command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAuditFinding command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FollowUpAuditFinding command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SignOffAuditReview command, Authority authority) {
        decide(command, authority);
    }

    private void decide(AuditReviewCommand command, Authority authority) {
        // The first event names the stream before any handler could.
        id = command.stream().toString();
        AuditReviewDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(AuditReviewEvent event, @SourceId String stream) {
        id = stream;
        state = state.evolve(event);
    }
}
