package org.indelible.commands;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.ledger.AppendReceipt;
import org.indelible.anchoring.ledger.AppendedEntry;

/**
 * What became of a command that was let through.
 *
 * @param appended what is now on record; empty where the command asked for nothing new
 */
public record Outcome(Optional<AppendReceipt> appended) {
    public boolean changedAnything() {
        return appended.isPresent();
    }

    /** The entries that were appended, in order. */
    public List<AppendedEntry> entries() {
        return appended.map(AppendReceipt::entries).orElse(List.of());
    }
}
