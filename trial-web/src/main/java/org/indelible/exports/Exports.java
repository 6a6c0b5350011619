package org.indelible.exports;

import org.indelible.account.AccountCommand.RecordDataExport;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.readmodel.AsOf;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** Puts exports on the record of the account that asks, with the checkpoint they are made at. */
@Component
public class Exports {
    private final CheckpointService checkpoints;
    private final Commands commands;

    Exports(CheckpointService checkpoints, Commands commands) {
        this.checkpoints = checkpoints;
        this.commands = commands;
    }

    /** Whose export it is, and by which path. */
    public record By(SignedInPerson person, Acting acting) {
        public static By onPage(SignedInPerson person) {
            return new By(person, Acting.onPage(person.actor()));
        }

        public static By byApi(SignedInPerson person) {
            return new By(person, Acting.byApi(person.actor()));
        }
    }

    /**
     * To be called before the first byte leaves.
     *
     * @param what stable name of what is taken out
     * @param format media type
     * @param filter what was chosen, as it was asked for; empty for all
     * @return the checkpoint, of a size that holds all that is exported
     */
    public SignedCheckpoint record(AsOf asOf, By by, String what, String format, String filter) {
        SignedCheckpoint checkpoint = checkpoints.checkpoint(asOf.trial());
        commands.send(
                new RecordDataExport(
                        by.person().account(),
                        new TrialId(asOf.trial()),
                        asOf.treeSize(),
                        checkpoint.size(),
                        checkpoint.root(),
                        what,
                        format,
                        filter),
                by.acting());
        return checkpoint;
    }
}
