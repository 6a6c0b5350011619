package org.indelible.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;

/**
 * The last known entry of each stream in use, for {@code prev}. A hint only: the ledger compares it with the truth at every append, and a
 * stale one costs a retry. Bounded, the least recently used forgotten first.
 */
final class StreamHeads {
    private record Head(long seq, String entryHash) {}

    private final LedgerStore store;
    private final Map<String, Head> heads;

    StreamHeads(LedgerStore store, int capacity) {
        this.store = store;
        this.heads = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Head> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Hash of the entry before this number of the stream; absent where there is none. */
    Optional<String> before(String stream, long seq) {
        if (seq == 0) {
            return Optional.empty();
        }
        Head known;
        synchronized (heads) {
            known = heads.get(stream);
        }
        return known != null && known.seq == seq - 1 ? Optional.of(known.entryHash) : read(stream, seq - 1);
    }

    private Optional<String> read(String stream, long seq) {
        try (Stream<StoredEntry> entries = store.readStream(stream, seq)) {
            return entries.findFirst().filter(entry -> entry.seq() == seq).map(StoredEntry::entryHash);
        }
    }

    /** An entry of the stream that is durable. */
    void learn(String stream, long seq, String entryHash) {
        synchronized (heads) {
            Head known = heads.get(stream);
            if (known == null || known.seq < seq) {
                heads.put(stream, new Head(seq, entryHash));
            }
        }
    }

    /** What was believed of the stream has proved wrong. */
    void forget(String stream) {
        synchronized (heads) {
            heads.remove(stream);
        }
    }
}
