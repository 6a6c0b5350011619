package org.indelible.casebook;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.Targeted;
import org.indelible.shared.CasebookId;
import org.indelible.shared.StreamId;

/** What can be asked of a casebook. */
public sealed interface CasebookCommand extends Targeted
        permits LifecycleCommand,
                VisitCommand,
                RecordingCommand,
                SigningCommand,
                ReviewCommand,
                DraftCommand,
                DeviationCommand,
                AttachmentCommand,
                LockCommand,
                PartLockCommand {

    @TargetAggregateIdentifier
    CasebookId casebook();

    @Override
    default StreamId stream() {
        return casebook().stream();
    }
}
