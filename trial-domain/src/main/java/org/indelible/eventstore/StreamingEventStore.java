package org.indelible.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose events are handled by streaming processors only. A subscribing one would run inside the append, where its failure
 * would be the command's although the command is stored. Streams read the ledger itself, keep nothing that was disclosed, and tell their
 * processor as soon as something is appended, here or (see {@link #wake()}) elsewhere; that a processor looks by itself every few seconds
 * is for when this is lost.
 */
public final class StreamingEventStore extends EmbeddedEventStore {
    private final Set<WokenStream> open = ConcurrentHashMap.newKeySet();

    private StreamingEventStore(Builder builder) {
        super(builder);
    }

    static StreamingEventStore on(LedgerEventStorageEngine engine) {
        return new StreamingEventStore(
                EmbeddedEventStore.builder().storageEngine(engine).optimizeEventConsumption(false));
    }

    /** Looks for new events at once: some were announced. */
    public void wake() {
        open.forEach(WokenStream::wake);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        wake();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        WokenStream stream = new WokenStream(super.openStream(trackingToken));
        open.add(stream);
        return stream;
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
        throw new UnsupportedOperationException(
                "events are handled by streaming processors only, never inside the append");
    }

    /**
     * A stream that tells its reader when it is worth looking again. Its coordinator lets go of its gate before it looks whether there is
     * more, so that a wake-up may bring a second thread meanwhile; the stream underneath is for one.
     */
    private final class WokenStream implements TrackingEventStream {
        private final TrackingEventStream stream;
        private volatile Runnable callback = () -> {};

        WokenStream(TrackingEventStream stream) {
            this.stream = stream;
        }

        void wake() {
            callback.run();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable onAvailable) {
            callback = onAvailable;
            return true;
        }

        @Override
        public synchronized Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public synchronized TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public synchronized void close() {
            open.remove(this);
            stream.close();
        }
    }
}
