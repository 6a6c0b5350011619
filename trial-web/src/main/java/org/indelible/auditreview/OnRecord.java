package org.indelible.auditreview;

import java.time.Instant;
import org.indelible.readmodel.projection.LoggedEvent;

/** By whom, when and as which entry of the trial's ledger. */
public record OnRecord(String account, String role, Instant at, long entry) {
    static OnRecord of(LoggedEvent logged) {
        return new OnRecord(logged.actor(), logged.role(), logged.recordedAt(), logged.leafIndex());
    }
}
