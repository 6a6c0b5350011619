package org.indelible.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.EntrySealer;
import org.indelible.anchoring.entry.SaltSource;
import org.indelible.anchoring.ledger.AppendReceipt;
import org.indelible.anchoring.ledger.AppendRequest;
import org.indelible.anchoring.ledger.AppendedEntry;
import org.indelible.anchoring.ledger.DuplicateJtiException;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.ledger.StreamConflictException;
import org.indelible.eventstore.AppendRefusedException.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's event storage on a {@link LedgerStore}: every event is sealed on behalf of its author and appended to the ledger of its stream. One
 * unit of work makes one append, which is durable when {@code appendEvents} returns; nothing after it may fail the command. Tracking tokens
 * are positions, which are dense.
 */
public final class LedgerEventStorageEngine extends BatchingEventStorageEngine {
    private static final Logger log = LoggerFactory.getLogger(LedgerEventStorageEngine.class);
    private static final String APPENDED = LedgerEventStorageEngine.class.getName() + ".appended";
    private static final int KNOWN_HEADS = 10_000;

    /** {@code iat} has milliseconds: not later than this much before an instant is earlier than the instant. */
    private static final Duration TICK = Duration.ofMillis(1);

    private final LedgerStore store;
    private final AppendPolicy policy;
    private final EntrySealer sealer = new EntrySealer();
    private final SaltSource salts;
    private final AppendListener listener;
    private final StreamHeads heads;
    private final EntryReading reading;

    private LedgerEventStorageEngine(Builder builder) {
        super(builder);
        this.store = builder.store;
        this.policy = builder.policy;
        this.salts = builder.salts;
        this.listener = builder.listener;
        this.heads = new StreamHeads(store, KNOWN_HEADS);
        this.reading = new EntryReading(new EntryReader(), policy);
    }

    public static Builder builder(LedgerStore store, AppendPolicy policy, Serializer serializer) {
        return new Builder(store, policy, serializer);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        claimTheOneAppend();
        EntryDrafting drafting = new EntryDrafting(policy, sealer, salts, heads, serializer);
        try {
            events.forEach(drafting::add);
            AppendRequest request = new AppendRequest(drafting.entries());
            AppendReceipt receipt = store.append(request);
            stored(request, receipt);
        } catch (StreamConflictException conflict) {
            heads.forget(conflict.stream());
            handlePersistenceException(conflict, eventAt(events, conflict));
        } catch (DuplicateJtiException duplicate) {
            EventMessage<?> event = eventNamed(events, drafting, duplicate.jti());
            if (event.getMetaData().containsKey(EventMetadata.DERIVED_FROM)) {
                throw new AlreadyRecordedException(duplicate.jti(), duplicate);
            }
            handlePersistenceException(duplicate, event);
        }
    }

    /** Axon publishes what is applied while a unit of work prepares its commit in a second batch, which could fail after the first is durable. */
    private static void claimTheOneAppend() {
        CurrentUnitOfWork.ifStarted(unitOfWork -> {
            if (unitOfWork.root().resources().putIfAbsent(APPENDED, true) != null) {
                throw new AppendRefusedException(
                        Rule.ONE_APPEND,
                        "a command appends once; publish all its events before its unit of work commits");
            }
        });
    }

    /** The command is durable: what fails from here on is not its failure. */
    private void stored(AppendRequest request, AppendReceipt receipt) {
        for (int i = 0; i < request.entries().size(); i++) {
            AppendedEntry entry = receipt.entries().get(i);
            heads.learn(
                    request.entries().get(i).claims().stream(),
                    request.entries().get(i).claims().seq(),
                    entry.entryHash());
        }
        try {
            listener.appended(request, receipt);
        } catch (RuntimeException failure) {
            log.error("An append listener failed after position {} was stored", receipt.lastPosition(), failure);
        }
    }

    private static EventMessage<?> eventAt(List<? extends EventMessage<?>> events, StreamConflictException conflict) {
        return events.stream()
                .filter(event -> event instanceof DomainEventMessage<?> domain
                        && domain.getAggregateIdentifier().equals(conflict.stream())
                        && domain.getSequenceNumber() == conflict.seq())
                .findFirst()
                .<EventMessage<?>>map(event -> event)
                .orElse(events.getFirst());
    }

    private static EventMessage<?> eventNamed(
            List<? extends EventMessage<?>> events, EntryDrafting drafting, String jti) {
        for (int i = 0; i < events.size(); i++) {
            if (drafting.entries().get(i).claims().jti().equals(jti)) {
                return events.get(i);
            }
        }
        return events.getFirst();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        try (Stream<StoredEntry> entries = store.readStream(aggregateIdentifier, firstSequenceNumber)) {
            return entries.limit(batchSize)
                    .map(this::read)
                    .filter(LedgerEventData.OfAggregate.class::isInstance)
                    .map(LedgerEventData.OfAggregate.class::cast)
                    .toList();
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return store.readFromPosition(positionOf(lastToken) + 1, batchSize).stream()
                .map(reading::read)
                .toList();
    }

    private LedgerEventData read(StoredEntry entry) {
        heads.learn(entry.stream(), entry.seq(), entry.entryHash());
        return reading.read(entry);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        TrackingToken lowerBound = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (lowerBound == null) {
            return -1;
        }
        if (lowerBound instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException("tracking tokens of a ledger are positions, not " + lowerBound);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(store.headPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(store.positionAsOf(dateTime.minus(TICK)));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = store.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new AppendRefusedException(
                Rule.SNAPSHOT, "the ledger is the only truth: cache aggregates instead of storing snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    /** Builds the engine; the inherited settings that concern snapshots have no effect. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private final LedgerStore store;
        private final AppendPolicy policy;
        private SaltSource salts = SaltSource.secureRandom();
        private AppendListener listener = (request, receipt) -> {};

        private Builder(LedgerStore store, AppendPolicy policy, Serializer serializer) {
            this.store = store;
            this.policy = policy;
            PersistenceExceptionResolver conflicts =
                    failure -> failure instanceof StreamConflictException || failure instanceof DuplicateJtiException;
            persistenceExceptionResolver(conflicts);
            eventSerializer(serializer);
            // Never used; without one Axon would load XStream.
            snapshotSerializer(serializer);
        }

        /** Salts other than random ones make bytes that can be foretold: for golden files only. */
        public Builder salts(SaltSource salts) {
            this.salts = salts;
            return this;
        }

        public Builder listener(AppendListener listener) {
            this.listener = listener;
            return this;
        }

        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
