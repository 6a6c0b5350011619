package org.indelible.design;

import java.time.Instant;
import java.util.Optional;

/**
 * A definition in the making.
 *
 * @param base hash of the study build it began from; empty where it began with nothing
 * @param author printed name of who began it
 * @param step number of the step it stands at
 * @param outcome address below the trial of what became of it; empty while it is edited
 */
public record DraftDesign(
        String id,
        String name,
        Optional<String> base,
        String author,
        Instant beganAt,
        Instant changedAt,
        int step,
        Optional<String> outcome) {
    public boolean open() {
        return outcome.isEmpty();
    }
}
