package org.indelible.casebook;

import org.indelible.eventstore.InClear;

/** @param old event of this stream that holds the value that stood here */
public record InactivatedItem(
        @InClear ItemRef item, @InClear Version old) {}
