package org.indelible.trial;

import java.time.Instant;
import org.indelible.eventstore.InClear;

/** The span of times that are enacted, not lived. */
public record SimulatedClock(@InClear Instant from, @InClear Instant to) {}
