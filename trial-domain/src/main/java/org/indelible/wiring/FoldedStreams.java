package org.indelible.wiring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What streams add up to now. A state is kept with the number of its last event and is only ever believed after the store was asked
 * whether there are more: what was appended a moment ago, by whichever node, counts.
 */
final class FoldedStreams<S> {
    private static final int KEPT = 5_000;

    private final EventStore events;
    private final S none;
    private final BiFunction<S, Object, S> evolve;
    private final Map<String, Folded<S>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Folded<S>> eldest) {
            return size() > KEPT;
        }
    };

    FoldedStreams(EventStore events, S none, BiFunction<S, Object, S> evolve) {
        this.events = events;
        this.none = none;
        this.evolve = evolve;
    }

    private record Folded<S>(long lastSequence, S state) {}

    S state(String stream) {
        long last = events.lastSequenceNumberFor(stream).orElse(-1L);
        Folded<S> folded = known(stream);
        if (folded.lastSequence() < last) {
            folded = events.readEvents(stream, folded.lastSequence() + 1)
                    .asStream()
                    .reduce(folded, this::add, (one, other) -> other);
            keep(stream, folded);
        }
        return folded.state();
    }

    /** This node itself appended an event that leaves the state as it is: it need not be read to know so. */
    void passed(String stream, long sequence) {
        synchronized (kept) {
            Folded<S> folded = kept.get(stream);
            if (folded != null && folded.lastSequence() == sequence - 1) {
                kept.put(stream, new Folded<>(sequence, folded.state()));
            }
        }
    }

    /** Reads everything anew from now on: what was erased must not be remembered. */
    void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }

    private Folded<S> add(Folded<S> folded, DomainEventMessage<?> event) {
        return new Folded<>(event.getSequenceNumber(), evolve.apply(folded.state(), event.getPayload()));
    }

    private Folded<S> known(String stream) {
        synchronized (kept) {
            return kept.getOrDefault(stream, new Folded<>(-1, none));
        }
    }

    private void keep(String stream, Folded<S> folded) {
        synchronized (kept) {
            kept.put(stream, folded);
        }
    }
}
