package org.indelible.readmodel.audit;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.time.ZoneOffset;
import java.util.Optional;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.indelible.shared.RecordedReason;

/** One row per entry of any ledger: who recorded what and when, for the rows of every other table to refer to. */
public final class EntryProjection implements Projection {
    private static final VersionedTable ENTRY = table("entry")
            .since("leaf_index")
            .key("ledger")
            .columns(
                    "leaf_hash",
                    "stream",
                    "seq",
                    "type",
                    "participant",
                    "site",
                    "actor",
                    "role",
                    "organisation",
                    "entered_at",
                    "recorded_at",
                    "source",
                    "reason_category",
                    "reason_digest");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        Optional<RecordedReason> reason = EventReason.of(logged.event());
        changes.open(
                ENTRY,
                logged.ledger(),
                logged.leafHash(),
                logged.stream(),
                logged.seq(),
                logged.type(),
                logged.participant().orElse(null),
                logged.site().orElse(null),
                logged.actor(),
                logged.role(),
                logged.organisation(),
                logged.enteredAt().orElse(null),
                logged.recordedAt().atOffset(ZoneOffset.UTC),
                logged.source().orElse(null),
                reason.map(r -> r.category().name()).orElse(null),
                reason.flatMap(r -> r.text().digest()).orElse(null));
    }
}
