package org.indelible.readmodel.projection;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.indelible.eventstore.EventMetadata;
import org.indelible.eventstore.EventType;
import org.indelible.shared.CommandMetadata;

/**
 * An event at its place in the log.
 *
 * @param leafIndex place in the ledger's tree
 * @param leafHash RFC 6962 leaf hash, base64url
 * @param seq number in the stream
 * @param type stable event type name
 * @param site the participant's site at that moment
 * @param actor account id
 * @param enteredAt time entered at source with its zone, ISO 8601
 * @param source originator, as JSON
 */
public record LoggedEvent(
        String ledger,
        long leafIndex,
        String leafHash,
        String stream,
        long seq,
        String type,
        Optional<String> participant,
        Optional<String> site,
        String actor,
        String role,
        String organisation,
        Optional<String> enteredAt,
        Instant recordedAt,
        Optional<String> source,
        Object event) {

    /** Takes the place from the metadata that the event store gives to what it reads. */
    public static LoggedEvent of(DomainEventMessage<?> message) {
        MetaData metaData = message.getMetaData();
        return new LoggedEvent(
                required(metaData, EventMetadata.LEDGER),
                (Long) Objects.requireNonNull(metaData.get(EventMetadata.LEAF_INDEX)),
                required(metaData, EventMetadata.LEAF_HASH),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.getPayloadType().getAnnotation(EventType.class).name(),
                text(metaData, EventMetadata.PARTICIPANT),
                text(metaData, CommandMetadata.SITE),
                required(metaData, CommandMetadata.ACTOR),
                required(metaData, CommandMetadata.ROLE),
                required(metaData, CommandMetadata.ORGANISATION),
                text(metaData, CommandMetadata.ENTERED_AT),
                message.getTimestamp(),
                text(metaData, CommandMetadata.SOURCE),
                message.getPayload());
    }

    /** The participant, of an event of a casebook. */
    public String participantKey() {
        return participant.orElseThrow(() -> new IllegalStateException(stream + " is not the stream of a casebook"));
    }

    private static Optional<String> text(MetaData metaData, String key) {
        return Optional.ofNullable((String) metaData.get(key));
    }

    private static String required(MetaData metaData, String key) {
        return text(metaData, key).orElseThrow(() -> new IllegalStateException("a stored event has metadata " + key));
    }
}
