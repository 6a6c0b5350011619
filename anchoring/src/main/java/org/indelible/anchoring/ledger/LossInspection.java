package org.indelible.anchoring.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.merkle.Hash;
import tools.jackson.databind.JsonNode;

/** What a ledger has lost, going by the high-water file, by what was acknowledged since, and by the checkpoints entered in {@code platform}. */
public final class LossInspection {
    private static final EntryReader READER = new EntryReader();

    private record Signed(long size, String root) {}

    private final Database database;
    private final LogIdentity identity;
    private final HighWaterFile file;

    public LossInspection(DataSource dataSource, LogIdentity identity, HighWaterFile file) {
        this.database = new Database(dataSource, DatabaseFailure::translate);
        this.identity = identity;
        this.file = file;
    }

    /** Measured now; {@link LedgerLoss#isNone} where nothing is missing. */
    public LedgerLoss measure(String ledger) {
        return database.withConnection(connection -> measure(connection, ledger));
    }

    private LedgerLoss measure(Connection connection, String ledger) throws SQLException {
        LogName name = Lineage.read(connection, ledger).current();
        long size = Sql.first(
                        connection, "select size from ledger.head where ledger = ?", row -> row.getLong(1), ledger)
                .orElse(0L);
        Signed signed = larger(recorded(name), announced(connection, name)).orElse(new Signed(0, ""));
        NavigableMap<Long, Hash> acknowledged = acknowledged(ledger);
        long until = Math.max(signed.size(), acknowledged.isEmpty() ? 0 : acknowledged.lastKey() + 1);
        return new LedgerLoss(ledger, size, until, signed.size(), signed.root());
    }

    private static Optional<Signed> larger(Optional<Signed> one, Optional<Signed> other) {
        return one.filter(signed -> other.isEmpty() || other.get().size() <= signed.size())
                .or(() -> other);
    }

    private Optional<Signed> recorded(LogName name) {
        try {
            return file.mark(identity.origin(name.toString())).map(mark -> new Signed(mark.size(), mark.root()));
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    /** The last checkpoint of the ledger that stands in {@code platform}, which may have survived what the ledger did not. */
    private static Optional<Signed> announced(Connection connection, LogName name) throws SQLException {
        List<Signed> signed = new ArrayList<>();
        Sql.list(
                connection,
                "select header || '.' || payload || '.' || signature from ledger.entry where stream = ? order by seq",
                row -> {
                    signed(row.getString(1), name).ifPresent(last -> {
                        signed.clear();
                        signed.add(last);
                    });
                    return name;
                },
                CheckpointEvent.STREAM);
        return signed.stream().findFirst();
    }

    private static Optional<Signed> signed(String compact, LogName name) {
        try {
            JsonNode data = READER.parse(compact).data();
            return data.path("ledger").asString("").equals(name.toString())
                    ? Optional.of(new Signed(
                            Long.parseLong(data.path("size").asString("")),
                            data.path("root").asString("")))
                    : Optional.empty();
        } catch (EntryFormatException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Once the loss is declared and confirmed: what was acknowledged of it goes out of the way of the entries that follow. */
    public void settle(LedgerLoss declared) {
        try {
            file.acknowledged().setAside(declared.ledger(), declared.survived(), leaves(declared));
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    private Map<Long, Hash> leaves(LedgerLoss declared) {
        Map<Long, Hash> leaves = new HashMap<>();
        database.list(
                "select leaf_index, leaf_hash from ledger.entry where ledger = ? and leaf_index >= ?",
                row -> leaves.put(row.getLong(1), Hash.of(row.getBytes(2))),
                declared.ledger(),
                declared.survived());
        return leaves;
    }

    private NavigableMap<Long, Hash> acknowledged(String ledger) {
        try {
            return file.acknowledged().leaves(ledger);
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    private static CheckpointRefusedException notReadable(IOException e) {
        return new CheckpointRefusedException(
                CheckpointRefusedException.Reason.NOT_RECORDED, String.valueOf(e.getMessage()), e);
    }
}
