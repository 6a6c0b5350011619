package org.indelible.auditreview;

import java.time.Instant;
import org.indelible.eventstore.InClear;

/**
 * What was recorded when a review looks at.
 *
 * @param until the first moment after it
 */
public record ReviewPeriod(@InClear Instant from, @InClear Instant until) {}
