package org.indelible.anchoring.ledger;

import java.util.List;

/** All entries of one command, in order. They are stored together or not at all. */
public record AppendRequest(List<NewEntry> entries) {
    public AppendRequest {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new AppendRejectedException(
                    AppendRejectedException.Reason.MALFORMED, "a command appends at least one entry");
        }
    }

    public static AppendRequest of(NewEntry... entries) {
        return new AppendRequest(List.of(entries));
    }
}
