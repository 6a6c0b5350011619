package org.indelible.anchoring.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys used last, at most so many. */
final class KeyCache<K> {
    private final Map<K, DataKey> keys;

    KeyCache(int capacity) {
        this.keys = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, DataKey> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized Optional<DataKey> get(K name) {
        return Optional.ofNullable(keys.get(name));
    }

    synchronized void put(K name, DataKey key) {
        keys.put(name, key);
    }

    synchronized void removeRef(String ref) {
        keys.values().removeIf(key -> key.ref().equals(ref));
    }
}
