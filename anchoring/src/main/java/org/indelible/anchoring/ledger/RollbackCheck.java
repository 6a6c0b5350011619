package org.indelible.anchoring.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.merkle.Hash;

/** Holds the database against the high-water file: is there everything that was ever signed, as it was signed? */
public final class RollbackCheck {
    /** What the file says about the database. */
    public enum Result {
        CONSISTENT,
        /** There is no high-water file, so nobody can say. */
        NOT_CHECKED
    }

    private final Database database;
    private final LogIdentity identity;
    private final HighWaterFile file;

    public RollbackCheck(DataSource dataSource, LogIdentity identity, HighWaterFile file) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
        this.identity = identity;
        this.file = file;
    }

    /**
     * For the start: refuses a database that is behind.
     *
     * @throws CheckpointRefusedException with what happened and its cure
     */
    public Result require() {
        List<String> contradictions = new ArrayList<>();
        for (HighWaterMark mark : marks()) {
            contradiction(mark).ifPresent(contradictions::add);
        }
        if (contradictions.isEmpty()) {
            contradictions.addAll(alteredSince());
        }
        if (!contradictions.isEmpty()) {
            throw new CheckpointRefusedException(
                    CheckpointRefusedException.Reason.ROLLED_BACK, String.join("; ", contradictions));
        }
        return file.exists() ? Result.CONSISTENT : Result.NOT_CHECKED;
    }

    /** What contradicts the entries that were acknowledged after the last checkpoint. */
    private List<String> alteredSince() {
        List<String> contradictions = new ArrayList<>();
        try {
            AcknowledgedFile acknowledged = file.acknowledged();
            for (String ledger : acknowledged.ledgers()) {
                NavigableMap<Long, Hash> leaves = acknowledged.leaves(ledger);
                database.withConnection(connection -> AcknowledgedCheck.contradiction(connection, ledger, leaves))
                        .ifPresent(contradictions::add);
            }
            return contradictions;
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    /** What of this ledger contradicts the file's marks or the entries acknowledged since, if anything does. */
    public Optional<String> contradiction(String ledger) {
        return marks().stream()
                .filter(mark -> mark.origin().startsWith(prefix()))
                .filter(mark -> log(mark).ledger().equals(ledger))
                .flatMap(mark -> contradiction(mark).stream())
                .findFirst()
                .or(() -> alteredSince().stream()
                        .filter(altered -> altered.contains(" of ledger " + ledger + " "))
                        .findFirst());
    }

    private Optional<String> contradiction(HighWaterMark mark) {
        if (!mark.origin().startsWith(prefix())) {
            return Optional.of("the high-water file speaks of " + mark.origin() + ", but this installation is "
                    + identity.installation() + ": file and database do not belong together");
        }
        LogName log = log(mark);
        return database.withConnection(
                connection -> contradiction(connection, Lineage.read(connection, log.ledger()), log, mark));
    }

    private String prefix() {
        return identity.origin("");
    }

    private LogName log(HighWaterMark mark) {
        return LogName.parse(mark.origin().substring(prefix().length()));
    }

    static Optional<String> contradiction(Connection connection, Lineage lineage, LogName log, HighWaterMark mark)
            throws SQLException {
        Optional<Succession> end = lineage.endOf(log);
        if (end.isPresent() && !end.get().explains(mark)) {
            return Optional.of("a checkpoint of " + log + " over " + mark.size() + " entries was signed with the root "
                    + mark.root() + ", which is not the one that the declared loss cites: "
                    + end.get().words());
        }
        if (end.isPresent() && mark.size() > end.get().survived()) {
            return Optional.empty();
        }
        return contradiction(connection, log.ledger(), mark);
    }

    private static Optional<String> contradiction(Connection connection, String ledger, HighWaterMark mark)
            throws SQLException {
        long size = Sql.first(
                        connection, "select size from ledger.head where ledger = ?", row -> row.getLong(1), ledger)
                .orElse(0L);
        if (size < mark.size()) {
            return Optional.of("ledger " + ledger + " holds " + size + " entries, but a checkpoint over " + mark.size()
                    + " was signed: an older state of the database was restored, or entries were removed. Restore the newest backup;"
                    + " after real loss, two persons run recover-ledger " + ledger);
        }
        return root(connection, ledger, mark.size())
                .filter(root -> !root.equals(mark.root()))
                .map(root -> "the first " + mark.size() + " entries of ledger " + ledger + " have the root " + root
                        + ", but " + mark.root() + " was signed: the ledger has been rewritten. Run verify-ledger "
                        + ledger
                        + ", then restore the newest good backup; after real loss, two persons run recover-ledger "
                        + ledger);
    }

    /** Without rows enough to compute one, the root is no root at all. */
    private static Optional<String> root(Connection connection, String ledger, long size) {
        try {
            return Optional.of(new StoredTree(connection, ledger).root(size).toString());
        } catch (CheckpointRefusedException e) {
            return Optional.of("that cannot be computed (" + e.getMessage() + ")");
        }
    }

    private List<HighWaterMark> marks() {
        try {
            return List.copyOf(file.marks());
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    private static CheckpointRefusedException notReadable(IOException e) {
        return new CheckpointRefusedException(
                CheckpointRefusedException.Reason.NOT_RECORDED, String.valueOf(e.getMessage()), e);
    }
}
