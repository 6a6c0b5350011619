package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The connection is in READ COMMITTED. */
    void run(Connection connection) throws SQLException {
        if (hook.wantsSteps() || rule != StreamRule.CONTINUOUS || !atOnce(connection)) {
            stepByStep(connection);
        }
    }

    /** Counts on every command to win. Where one cannot, nothing is stored and the steps decide. */
    private boolean atOnce(Connection connection) throws SQLException {
        Placement placement = decide(BatchHeads.believed(entries()));
        Optional<WholeBatch.Base> base = losers.isEmpty() ? store(connection, placement) : Optional.empty();
        if (base.isEmpty()) {
            committing = false;
            losers.clear();
            winners.clear();
            return false;
        }
        winners.replaceAll((command, receipt) -> base.get().rebase(receipt));
        return true;
    }

    private Optional<WholeBatch.Base> store(Connection connection, Placement placement) throws SQLException {
        connection.setAutoCommit(true);
        committing = true;
        try {
            return WholeBatch.append(connection, placement);
        } catch (SQLException e) {
            // A statement that the server itself refused has ended its transaction: that is known.
            committing = DatabaseFailure.isConnectionLost(e);
            throw e;
        }
    }

    private void stepByStep(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        hook.after(AppendStep.BEGUN, connection);
        AppendLock.take(connection);
        hook.after(AppendStep.LOCKED, connection);
        // READ COMMITTED: this statement's snapshot is taken now, with the lock held, so it sees the previous holder's
        // batch.
        BatchHeads heads = BatchHeads.read(connection, entries(), rule);
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

    private List<PreparedEntry> entries() {
        return commands.stream().flatMap(command -> command.entries().stream()).toList();
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
        connection.setAutoCommit(false);
        // The old session held the lock until its transaction ended either way; with the lock in hand, the answer is
        // final.
        AppendLock.take(connection);
        // All winners were in one transaction: they are all there, or none.
        Map<String, StoredPlace> places =
                StoredPlace.of(connection, winners.keySet().stream().flatMap(winner -> winner.entries().stream()));
        connection.commit();
        if (places.isEmpty()) {
            return false;
        }
        winners.replaceAll((winner, receipt) -> StoredPlace.receipt(winner, places));
        return true;
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
