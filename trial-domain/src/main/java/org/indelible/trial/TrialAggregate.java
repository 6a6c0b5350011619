package org.indelible.trial;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.authority.Authority;
import org.indelible.shared.StreamId;
import org.indelible.trial.TrialCommand.*;
import org.jspecify.annotations.Nullable;

/** Axon shell of a trial: loads the state, asks {@link TrialDecisions}, appends what comes of it. */
@AggregateRoot(type = "trial")
public class TrialAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private TrialState state = TrialState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterTrial command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterStudy command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(PublishProtocolVersion command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(PublishStudyBuild command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(PublishConsentForm command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(SubmitAmendment command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ApproveAmendment command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(WithdrawAmendment command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(OpenTrial command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(CloseTrial command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(LockTrial command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(AuthoriseTrialUnlock command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(UnlockTrial command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ArchiveTrial command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordRetentionEnd command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordTransferAgreement command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ProposeMigration command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ApproveMigration command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(SetVerificationPlan command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(SetSigningPlan command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordDataImport command, Authority authority) {
        decide(command, authority);
    }

    private void decide(TrialCommand command, Authority authority) {
        TrialDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(TrialEvent event) {
        state = state.evolve(event);
        switch (event) {
            case TrialEvent.SimulatedClockDeclared declared ->
                id = StreamId.of(declared.trial()).toString();
            case TrialEvent.TrialRegistered registered ->
                id = StreamId.of(registered.trial()).toString();
            default -> {}
        }
    }
}
