package org.indelible.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.indelible.shared.CommandMetadata;

/**
 * Passes on to the events of a command who gave it, where and when. Not from an event to the commands it leads to: those are acts of the
 * processor that sends them, which has an author key of its own.
 */
public final class AuthorCorrelation implements CorrelationDataProvider {
    private static final List<String> PASSED_ON = List.of(
            CommandMetadata.ACTOR,
            CommandMetadata.ORGANISATION,
            CommandMetadata.ROLE,
            CommandMetadata.SIGN_IN,
            CommandMetadata.SOURCE,
            CommandMetadata.ENTERED_AT,
            EventMetadata.DERIVED_FROM);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        if (!(message instanceof CommandMessage<?>)) {
            return Map.of();
        }
        Map<String, Object> passedOn = new HashMap<>();
        for (String key : PASSED_ON) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                passedOn.put(key, value);
            }
        }
        passedOn.put(
                CommandMetadata.COMMAND_ID,
                message.getMetaData().getOrDefault(CommandMetadata.COMMAND_ID, message.getIdentifier()));
        return passedOn;
    }
}
