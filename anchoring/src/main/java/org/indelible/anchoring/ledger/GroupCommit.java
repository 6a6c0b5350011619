package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.indelible.anchoring.jdbc.Sql;

/** One transaction over the commands of a batch. What it did is told to the commands only once the commit is known. */
final class GroupCommit {
    private final List<PendingCommand> commands;
    private final StreamRule rule;
    private final AppendHook hook;
    private final Map<PendingCommand, AppendReceipt> winners = new LinkedHashMap<>();
    private final Map<PendingCommand, LedgerException> losers = new LinkedHashMap<>();
    private boolean committing;

    GroupCommit(List<PendingCommand> commands, StreamRule rule, AppendHook hook) {
        this.commands = commands;
        this.rule = rule;
        this.hook = hook;
    }

    /** The connection is in READ COMMITTED without auto-commit. */
    void run(Connection connection) throws SQLException {
        hook.after(AppendStep.BEGUN, connection);
        AppendLock.take(connection);
        hook.after(AppendStep.LOCKED, connection);
        // READ COMMITTED: this statement's snapshot is taken now, with the lock held, so it sees the previous holder's
        // batch.
        BatchHeads heads = BatchHeads.read(
                connection, commands.stream().flatMap(c -> c.entries().stream()).toList(), rule);
        hook.after(AppendStep.HEADS_READ, connection);
        Placement placement = decide(heads);
        if (!winners.isEmpty()) {
            BatchWriter.insert(connection, placement.placed());
            hook.after(AppendStep.INSERTED, connection);
            BatchWriter.advance(connection, placement);
            hook.after(AppendStep.HEADS_MOVED, connection);
        }
        committing = true;
        connection.commit();
        hook.after(AppendStep.COMMITTED, connection);
    }

    private Placement decide(BatchHeads heads) {
        CommandCheck check = new CommandCheck(heads, rule);
        Placement placement = new Placement(heads);
        for (PendingCommand command : commands) {
            check.admit(command)
                    .ifPresentOrElse(
                            refusal -> losers.put(command, refusal),
                            () -> winners.put(command, placement.place(command)));
        }
        return placement;
    }

    /** Whether COMMIT was sent, so that a failure does not say whether the batch is stored. */
    boolean outcomeUnknown() {
        return committing && !winners.isEmpty();
    }

    /** Settles an unknown outcome on a connection that works. */
    boolean isStored(Connection connection) throws SQLException {
        // The old session held the lock until its transaction ended either way; with the lock in hand, the answer is
        // final.
        AppendLock.take(connection);
        String jti =
                winners.keySet().iterator().next().entries().getFirst().claims().jti();
        // All winners were in one transaction: one of them stands for all.
        boolean stored = Sql.first(connection, "select 1 from ledger.entry where jti = ?", row -> true, jti)
                .isPresent();
        connection.commit();
        return stored;
    }

    void answer(AcknowledgedEntries acknowledged) {
        losers.forEach(PendingCommand::fail);
        acknowledged.stored(winners.values().stream()
                .flatMap(receipt -> receipt.entries().stream())
                .toList());
        winners.forEach((command, receipt) -> command.answer().complete(receipt));
    }

    void fail(LedgerException reason) {
        commands.forEach(command -> command.fail(reason));
    }
}
