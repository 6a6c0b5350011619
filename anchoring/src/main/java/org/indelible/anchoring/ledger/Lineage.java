package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.jdbc.Sql;
import tools.jackson.databind.JsonNode;

/**
 * Under which names a ledger has signed. The truth of it are two entries in the ledger for each recovery: one person's declaration and
 * another's confirmation. What is left of the ledger keeps its places, so that every citation of an entry stays true; the successor's
 * checkpoints are over that and what follows, beginning with the declaration.
 */
public record Lineage(String ledger, List<Succession> successions) {
    private static final EntryReader READER = new EntryReader();

    private record Row(long leafIndex, String compact) {}

    public Lineage {
        successions = List.copyOf(successions);
    }

    /** Entries that cannot be read count as none here; whatever they are, verification names them. */
    public static Lineage read(Connection connection, String ledger) throws SQLException {
        return of(
                ledger,
                Sql.list(
                        connection,
                        """
                        select leaf_index, header || '.' || payload || '.' || signature as compact
                        from ledger.entry where stream = ? and ledger = ? order by seq
                        """,
                        row -> new Row(row.getLong("leaf_index"), row.getString("compact")),
                        LossEvent.stream(ledger),
                        ledger));
    }

    private static Lineage of(String ledger, List<Row> rows) {
        List<Succession> successions = new ArrayList<>();
        Optional<Succession> declared = Optional.empty();
        for (Row row : rows) {
            Optional<ParsedEntry> entry = parse(row.compact());
            if (entry.isEmpty()) {
                continue;
            }
            JsonNode data = entry.get().data();
            if (entry.get().claims().evt().equals(LossEvent.DECLARED)) {
                declared = declared(ledger, row.leafIndex(), data, successions.size() + 2);
            } else {
                Optional<Succession> confirmed = declared.filter(loss -> confirms(entry.get(), loss));
                confirmed.ifPresent(successions::add);
                declared = confirmed.isPresent() ? Optional.empty() : declared;
            }
        }
        return new Lineage(ledger, successions);
    }

    private static boolean confirms(ParsedEntry entry, Succession declared) {
        return entry.claims().evt().equals(LossEvent.CONFIRMED)
                && entry.data()
                        .path("successor")
                        .asString("")
                        .equals(declared.successor().toString());
    }

    private static Optional<Succession> declared(String ledger, long leafIndex, JsonNode data, int generation) {
        try {
            LogName successor = new LogName(ledger, generation);
            return data.path("successor").asString("").equals(successor.toString())
                    ? Optional.of(new Succession(
                            successor,
                            number(data, "survived"),
                            number(data, "until"),
                            number(data, "signedSize"),
                            data.path("signedRoot").asString(""),
                            leafIndex))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long number(JsonNode data, String name) {
        return Long.parseLong(data.path(name).asString(""));
    }

    private static Optional<ParsedEntry> parse(String compact) {
        try {
            return Optional.of(READER.parse(compact));
        } catch (EntryFormatException e) {
            return Optional.empty();
        }
    }

    /** The name that signs now. */
    public LogName current() {
        return successions.isEmpty()
                ? new LogName(ledger, 1)
                : successions.getLast().successor();
    }

    /** The name under which a checkpoint of this size is signed. */
    public LogName at(long size) {
        LogName name = new LogName(ledger, 1);
        for (Succession succession : successions) {
            if (size > succession.survived()) {
                name = succession.successor();
            }
        }
        return name;
    }

    /** Checkpoints of more entries than these are signed under the name; -1 for the ledger's own. */
    long begins(LogName name) {
        return name.generation() == 1
                ? -1
                : successions.get(name.generation() - 2).survived();
    }

    /** Whether the ledger ever signed under this name. */
    public boolean has(LogName name) {
        return name.ledger().equals(ledger) && name.generation() <= successions.size() + 1;
    }

    /** What ended a name; empty for the one that signs now. */
    public Optional<Succession> endOf(LogName name) {
        return name.generation() <= successions.size()
                ? Optional.of(successions.get(name.generation() - 1))
                : Optional.empty();
    }
}
