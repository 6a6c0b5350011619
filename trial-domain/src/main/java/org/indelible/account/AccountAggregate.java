package org.indelible.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.account.AccountCommand.*;
import org.indelible.authority.Authority;
import org.indelible.shared.StreamId;
import org.jspecify.annotations.Nullable;

/** Axon shell of an account: loads the state, asks {@link AccountDecisions}, appends what comes of it. */
@AggregateRoot(type = "account")
public class AccountAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private AccountState state = AccountState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreateAccount command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(GrantRole command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RevokeRole command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordPasswordSet command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordIdentityProof command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RegisterPasskey command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RemovePasskey command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordOneTimeCodes command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RemoveOneTimeCodes command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordRecoveryCodeUsed command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordSignIn command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(ContinueSignIn command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordSignOut command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordSignInFailure command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(LockOut command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(Unlock command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(DisableAccount command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordForbiddenAttempt command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordEvidenceExport command, Authority authority) {
        decide(command, authority);
    }

    @CommandHandler
    void handle(RecordDataExport command, Authority authority) {
        decide(command, authority);
    }

    private void decide(AccountCommand command, Authority authority) {
        AccountDecisions.decide(state, command, authority).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        state = state.evolve(event);
        if (event instanceof AccountEvent.AccountCreated created) {
            id = StreamId.of(created.account()).toString();
        }
    }
}
