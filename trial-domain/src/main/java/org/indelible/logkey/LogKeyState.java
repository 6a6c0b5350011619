package org.indelible.logkey;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.indelible.logkey.LogKeyEvent.LogKeyRotated;

/**
 * Which keys have signed a ledger.
 *
 * @param current verifier key that signs now; empty before the first rotation, when only the key store says
 * @param retired verifier keys that signed before
 * @param size tree size up to which they did
 */
record LogKeyState(Optional<String> current, Set<String> retired, long size) {
    static final LogKeyState NONE = new LogKeyState(Optional.empty(), Set.of(), 0);

    LogKeyState {
        retired = Set.copyOf(retired);
    }

    LogKeyState evolve(LogKeyEvent event) {
        return switch (event) {
            case LogKeyRotated rotated -> {
                Set<String> keys = new HashSet<>(retired);
                keys.add(rotated.from());
                yield new LogKeyState(Optional.of(rotated.to()), keys, Long.parseLong(rotated.size()));
            }
        };
    }
}
