package org.indelible.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.indelible.anchoring.entry.EntryClaims;
import tools.jackson.databind.node.ObjectNode;

/** An entry as Axon reads events: its fields put together again, not yet upcast. */
class LedgerEventData implements TrackedEventData<ObjectNode> {
    final EntryClaims claims;
    private final long position;
    private final MetaData metaData;
    private final ObjectNode data;

    private LedgerEventData(EntryClaims claims, long position, MetaData metaData, ObjectNode data) {
        this.claims = claims;
        this.position = position;
        this.metaData = metaData;
        this.data = data;
    }

    /** An aggregate's event, or a lone one. */
    static LedgerEventData of(EntryClaims claims, long position, MetaData metaData, ObjectNode data) {
        return claims.streamType().equals(EntryDrafting.LONE_EVENT)
                        && claims.stream().equals(claims.jti())
                ? new LedgerEventData(claims, position, metaData, data)
                : new OfAggregate(claims, position, metaData, data);
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getEventIdentifier() {
        return claims.jti();
    }

    @Override
    public Instant getTimestamp() {
        return claims.iat();
    }

    @Override
    @SuppressWarnings("unchecked")
    public SerializedObject<ObjectNode> getMetaData() {
        // Axon's signature wants the payload's representation; metadata is not serialized here, see
        // RegistrySerializer.wrap.
        return (SerializedObject<ObjectNode>) (SerializedObject<?>) RegistrySerializer.wrap(metaData);
    }

    @Override
    public SerializedObject<ObjectNode> getPayload() {
        return new SimpleSerializedObject<>(data, ObjectNode.class, claims.evt(), claims.rev());
    }

    /** An event of an aggregate. */
    static final class OfAggregate extends LedgerEventData implements DomainEventData<ObjectNode> {
        private OfAggregate(EntryClaims claims, long position, MetaData metaData, ObjectNode data) {
            super(claims, position, metaData, data);
        }

        @Override
        public String getType() {
            return claims.streamType();
        }

        @Override
        public String getAggregateIdentifier() {
            return claims.stream();
        }

        @Override
        public long getSequenceNumber() {
            return claims.seq();
        }
    }
}
