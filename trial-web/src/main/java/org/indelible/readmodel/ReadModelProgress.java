package org.indelible.readmodel;

import java.time.Duration;

/** How far the read models have followed the log. */
public interface ReadModelProgress {
    /** The last position whose rows are visible; -1 where none is. */
    long position();

    /**
     * Waits until the rows of a position are visible, so that users see what they just saved.
     *
     * @return whether they are; {@code false} once the timeout has passed
     */
    boolean await(long position, Duration timeout);
}
