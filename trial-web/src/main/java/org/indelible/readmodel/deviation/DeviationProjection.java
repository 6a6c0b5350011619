package org.indelible.readmodel.deviation;

import static org.indelible.readmodel.projection.VersionedTable.table;

import org.indelible.casebook.DeviationEvent.DeviationAssessed;
import org.indelible.casebook.LifecycleEvent.DeviationRaised;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;

public final class DeviationProjection implements Projection {
    private static final VersionedTable DEVIATION = table("deviation")
            .key("trial", "participant")
            .columns("kind", "event", "event_key", "description_digest", "seq");
    private static final VersionedTable ASSESSMENT = table("deviation_assessment")
            .key("trial", "participant", "deviation")
            .columns("grade", "action_digest", "follow_up_digest", "closed");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        if (logged.event() instanceof DeviationRaised raised) {
            changes.open(
                    DEVIATION,
                    logged.ledger(),
                    logged.participantKey(),
                    raised.kind().name(),
                    raised.visit().map(visit -> visit.eventOid()).orElse(null),
                    raised.visit().map(visit -> visit.eventKey().value()).orElse(null),
                    raised.description().digest().orElse(null),
                    logged.seq());
        }
        if (logged.event() instanceof DeviationAssessed assessed) {
            changes.replace(
                    ASSESSMENT,
                    logged.ledger(),
                    logged.participantKey(),
                    assessed.deviation().seq(),
                    assessed.grade().name(),
                    assessed.action().digest().orElse(null),
                    assessed.followUp().digest().orElse(null),
                    assessed.closed());
        }
    }
}
