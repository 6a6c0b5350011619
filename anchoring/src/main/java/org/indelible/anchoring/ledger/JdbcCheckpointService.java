package org.indelible.anchoring.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.merkle.Hash;

/**
 * Checkpoints over committed rows. Each is made from the one before by appending the leaves since, so it is consistent with every one ever
 * signed; it leaves the process once database and high-water file have it.
 */
public final class JdbcCheckpointService implements CheckpointService {
    /** First key of the two-part advisory lock; the second is the ledger's. */
    private static final int LOCK = 0x63687074;

    private final Database database;
    private final CheckpointSigner signer;
    private final HighWaterFile highWater;
    private final PlatformAppender platform;
    private final CheckpointRows rows;
    private final Clock clock;

    public JdbcCheckpointService(
            DataSource dataSource,
            CheckpointSigner signer,
            HighWaterFile highWater,
            PlatformAppender platform,
            Clock clock) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
        this.signer = signer;
        this.highWater = highWater;
        this.platform = platform;
        this.rows = new CheckpointRows(signer.identity());
        this.clock = clock;
    }

    @Override
    public SignedCheckpoint checkpoint(String ledger) {
        // A process that ended between signing and appending to platform left this to do.
        latest(ledger).ifPresent(this::announce);
        // Before the transaction: what was acknowledged by now, it must see.
        NavigableMap<Long, Hash> acknowledged = acknowledged(ledger);
        SignedCheckpoint checkpoint = database.inTransaction(connection -> current(connection, ledger, acknowledged));
        record(checkpoint);
        settle(checkpoint);
        announce(checkpoint);
        return checkpoint;
    }

    private SignedCheckpoint current(Connection connection, String ledger, NavigableMap<Long, Hash> acknowledged)
            throws SQLException {
        // Signers of one ledger take turns, on all nodes; the lock ends with the transaction.
        Sql.call(connection, "select pg_advisory_xact_lock(?, hashtext(?))", LOCK, ledger);
        long size = Sql.first(
                        connection, "select size from ledger.head where ledger = ?", row -> row.getLong(1), ledger)
                .orElse(0L);
        Optional<SignedCheckpoint> last = rows.latest(connection, ledger);
        refuseRollback(connection, ledger);
        refuse(AcknowledgedCheck.contradiction(connection, ledger, acknowledged));
        if (last.isPresent() && last.get().size() == size) {
            return last.get();
        }
        return new CheckpointExtension(connection, signer, rows).extend(ledger, last, size, clock.instant());
    }

    private void refuseRollback(Connection connection, String ledger) throws SQLException {
        Lineage lineage = Lineage.read(connection, ledger);
        for (HighWaterMark mark : marks(ledger, lineage)) {
            refuse(RollbackCheck.contradiction(connection, lineage, log(mark), mark));
        }
    }

    private static void refuse(Optional<String> contradiction) {
        if (contradiction.isPresent()) {
            throw new CheckpointRefusedException(CheckpointRefusedException.Reason.ROLLED_BACK, contradiction.get());
        }
    }

    @Override
    public List<SignedCheckpoint> checkpointAll() {
        List<String> grown = database.list("""
                select h.ledger from ledger.head h
                where h.size > coalesce((select max(c.size) from ledger.checkpoint c where c.ledger = h.ledger), 0)
                order by h.ledger = 'platform', h.ledger
                """, row -> row.getString(1));
        settleWhatOthersSigned(grown);
        List<SignedCheckpoint> signed = new ArrayList<>();
        for (String ledger : grown) {
            signed.add(checkpoint(ledger));
        }
        if (!grown.isEmpty() && !grown.getLast().equals(LedgerStore.PLATFORM)) {
            // The trials' checkpoints made it grow.
            signed.add(checkpoint(LedgerStore.PLATFORM));
        }
        return signed;
    }

    /** Where another node was first, this one still holds what it acknowledged against the rows. */
    private void settleWhatOthersSigned(List<String> grown) {
        try {
            for (String ledger : highWater.acknowledged().ledgers()) {
                if (!grown.contains(ledger)) {
                    checkpoint(ledger);
                }
            }
        } catch (IOException e) {
            throw notRecorded(e);
        }
    }

    private NavigableMap<Long, Hash> acknowledged(String ledger) {
        try {
            return highWater.acknowledged().leaves(ledger);
        } catch (IOException e) {
            throw notRecorded(e);
        }
    }

    private void settle(SignedCheckpoint checkpoint) {
        try {
            highWater.acknowledged().settle(checkpoint.ledger(), checkpoint.size());
        } catch (IOException e) {
            throw notRecorded(e);
        }
    }

    @Override
    public Optional<SignedCheckpoint> latest(String ledger) {
        return serve(database.withConnection(connection -> rows.latest(connection, ledger)));
    }

    @Override
    public Optional<SignedCheckpoint> latest(LogName name) {
        return serve(database.withConnection(connection -> {
            Lineage lineage = Lineage.read(connection, name.ledger());
            return lineage.has(name) ? rows.last(connection, name) : Optional.empty();
        }));
    }

    @Override
    public Optional<SignedCheckpoint> at(String ledger, long size) {
        return serve(database.withConnection(connection -> rows.at(connection, ledger, size)));
    }

    /** One that another node signed, or this one just before it ended, is recorded here before it is shown. */
    private Optional<SignedCheckpoint> serve(Optional<SignedCheckpoint> checkpoint) {
        checkpoint.ifPresent(this::record);
        return checkpoint;
    }

    private void record(SignedCheckpoint checkpoint) {
        try {
            highWater.raise(new HighWaterMark(checkpoint.origin(), checkpoint.size(), checkpoint.root()));
        } catch (IOException e) {
            throw notRecorded(e);
        }
    }

    private List<HighWaterMark> marks(String ledger, Lineage lineage) {
        try {
            List<HighWaterMark> marks = new ArrayList<>();
            for (int generation = 1; generation <= lineage.current().generation(); generation++) {
                highWater
                        .mark(signer.identity().origin(new LogName(ledger, generation).toString()))
                        .ifPresent(marks::add);
            }
            return marks;
        } catch (IOException e) {
            throw notRecorded(e);
        }
    }

    private static LogName log(HighWaterMark mark) {
        return LogName.parse(mark.origin().substring(mark.origin().lastIndexOf('/') + 1));
    }

    private void announce(SignedCheckpoint checkpoint) {
        if (checkpoint.ledger().equals(LedgerStore.PLATFORM)) {
            return;
        }
        boolean announced = database.first(
                        "select 1 from ledger.entry where jti = ?", row -> true, CheckpointEvent.jti(checkpoint))
                .isPresent();
        if (!announced) {
            platform.append(checkpoint);
        }
    }

    private static CheckpointRefusedException notRecorded(IOException e) {
        return new CheckpointRefusedException(
                CheckpointRefusedException.Reason.NOT_RECORDED,
                "the high-water file cannot be read or written, so no checkpoint is signed or shown: " + e.getMessage(),
                e);
    }
}
