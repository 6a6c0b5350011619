package org.indelible.commands;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.indelible.anchoring.ledger.AppendReceipt;
import org.indelible.authority.Actor;
import org.indelible.eventstore.EventMetadata;
import org.indelible.readmodel.ReadModelProgress;
import org.indelible.shared.CommandMetadata;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends commands in somebody's name, whatever path they came by. Returns once what they record is durable. A refusal reaches the caller as the {@link DomainRefusal} that
 * it is; one that follows from authority is recorded as an attempt first (21 CFR 11.10(d), 11.300(d); R21).
 */
@Component
public class Commands {
    /** How long a page waits to show what its reader just did; after that it says that the view lags behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommandGateway gateway;
    private final AppendedHere appended;
    private final ReadModelProgress progress;
    private final AttemptRecorder attempts;
    private final List<CommandGate> gates;
    private final JsonMapper json = JsonMapper.builder().build();

    Commands(
            CommandGateway gateway,
            AppendedHere appended,
            ReadModelProgress progress,
            AttemptRecorder attempts,
            List<CommandGate> gates) {
        this.gateway = gateway;
        this.appended = appended;
        this.progress = progress;
        this.attempts = attempts;
        this.gates = List.copyOf(gates);
    }

    /** Sends a command and returns once its events are durable; read models may be behind. */
    public Outcome send(Object command, Acting acting) {
        gates.forEach(gate -> gate.requireOpen(command));
        appended.forget();
        try {
            gateway.sendAndWait(new GenericCommandMessage<>(command, metaData(acting)));
            return new Outcome(appended.take());
        } catch (DomainRefusal refusal) {
            attempts.refused(acting, command, refusal);
            throw refusal;
        }
    }

    /** As {@link #send}, and waits until the read models show it. */
    public Outcome sendAndShow(Object command, Acting acting) {
        Outcome outcome = send(command, acting);
        outcome.appended().map(AppendReceipt::lastPosition).ifPresent(this::shown);
        return outcome;
    }

    /** Waits (bounded) until the read models show what is at a position. */
    public boolean shown(long position) {
        return progress.await(position, PATIENCE);
    }

    /** As {@link #shown}, for what nobody waits at a page for: for as long as the read models move. */
    public boolean shownInTheEnd(long position) {
        long before;
        do {
            before = progress.position();
            if (shown(position)) {
                return true;
            }
        } while (progress.position() > before);
        return false;
    }

    private MetaData metaData(Acting acting) {
        Actor actor = acting.actor();
        Map<String, Object> keys = new HashMap<>();
        keys.put(CommandMetadata.ACTOR, actor.account().value());
        keys.put(CommandMetadata.ORGANISATION, actor.organisation());
        keys.put(CommandMetadata.ROLE, actor.role().name());
        keys.put(CommandMetadata.SIGN_IN, actor.signIn().value());
        keys.put(CommandMetadata.COMMAND_ID, UUID.randomUUID().toString());
        acting.enteredAt().map(OffsetDateTime::toString).ifPresent(at -> keys.put(CommandMetadata.ENTERED_AT, at));
        acting.source().map(json::writeValueAsString).ifPresent(source -> keys.put(CommandMetadata.SOURCE, source));
        acting.derivedFrom().ifPresent(cause -> keys.put(EventMetadata.DERIVED_FROM, cause));
        return MetaData.from(keys);
    }
}
