package org.indelible.anchoring.ledger;

import java.util.List;

/** Told of the entries of a batch that is durable, before its commands are answered. Must not throw: the entries are stored. */
@FunctionalInterface
interface AcknowledgedEntries {
    AcknowledgedEntries NONE = entries -> {};

    void stored(List<AppendedEntry> entries);
}
