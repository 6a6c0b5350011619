package org.indelible.anchoring.witness;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a witness remembers. */
public interface WitnessStore {
    Optional<SeenCheckpoint> latest(String origin);

    /**
     * Remembers a checkpoint if what was seen last still has this size (0: nothing was). Compare and set are one, so that of two requests at
     * a time the later does not take back what the earlier was told.
     *
     * @return whether it did; once it returns {@code true}, the checkpoint survives a loss of power
     */
    boolean advance(long expectedSize, SeenCheckpoint next) throws IOException;

    /** Keeps a checkpoint that was refused, once. */
    void refuse(RefusedCheckpoint refused) throws IOException;

    List<SeenCheckpoint> all();

    /** Latest first. */
    List<RefusedCheckpoint> refused();
}
