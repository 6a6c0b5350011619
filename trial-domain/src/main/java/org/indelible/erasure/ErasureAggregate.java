package org.indelible.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.authority.Authority;
import org.indelible.authority.SiteScope;
import org.indelible.erasure.ErasureCommand.*;
import org.indelible.shared.CommandMetadata;
import org.indelible.shared.SiteKey;
import org.jspecify.annotations.Nullable;

/** Axon shell of the erasures about one subject: loads the state, asks {@link ErasureDecisions}, appends what comes of it. */
@AggregateRoot(type = "erasures")
public class ErasureAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private ErasureState state = ErasureState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestTextErasure command, Authority authority, ErasableTexts texts) {
        decide(command, authority, texts);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestIdentityErasure command, Authority authority, ErasableTexts texts) {
        decide(command, authority, texts);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveErasure command, Authority authority, ErasableTexts texts) {
        decide(command, authority, texts);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclineErasure command, Authority authority, ErasableTexts texts) {
        decide(command, authority, texts);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordErasure command, Authority authority, ErasableTexts texts) {
        decide(command, authority, texts);
    }

    private void decide(ErasureCommand command, Authority authority, ErasableTexts texts) {
        // The first event names the stream before any handler could.
        id = command.stream().toString();
        MetaData claims = authority
                .site()
                .map(SiteScope::site)
                .map(SiteKey::value)
                .map(site -> MetaData.with(CommandMetadata.SITE, site))
                .orElseGet(MetaData::emptyInstance);
        ErasureDecisions.decide(state, command, authority, texts).forEach(event -> apply(event, claims));
    }

    @EventSourcingHandler
    void on(ErasureEvent event, @SourceId String stream) {
        id = stream;
        state = state.evolve(event);
    }
}
