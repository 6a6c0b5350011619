package org.indelible.casebook;

import org.indelible.eventstore.InClear;

/** A data point and the version of it that was compared with the source. */
public record VerifiedItem(@InClear ItemRef item, @InClear Version version) {}
