package org.indelible.readmodel.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.verify.AuditCheck;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;

/**
 * Holds rows against the log: projects streams afresh, some hundred with each pass and all of them in turn, into temporary tables and names every row of the read models that is
 * other than what comes out. Streams are listed from the log, so that a missing row is found as well as an edited one.
 */
public final class ReadModelAudit implements AuditCheck {
    private static final int AT_ONCE = 500;
    private static final int TOGETHER = 25;
    private static final String FRESH = "pg_temp";

    private final EventStore events;
    private final LedgerStore ledgers;
    private final Projections projections;
    private final DataSource dataSource;
    private volatile String last = "";

    public ReadModelAudit(EventStore events, LedgerStore ledgers, Projections projections, DataSource dataSource) {
        this.events = events;
        this.ledgers = ledgers;
        this.projections = projections;
        this.dataSource = dataSource;
    }

    @Override
    public List<Finding> run() {
        return check(next());
    }

    /**
     * Compares every row of one ledger, and names rows that no entry gives.
     *
     * @param compared told how many streams of how many are done; may throw to stop
     */
    public List<Finding> check(String ledger, LongBinaryConsumer compared) {
        List<String> streams = streams(ledger);
        List<Finding> findings = new ArrayList<>(orphans(ledger));
        for (int from = 0; from < streams.size(); from += TOGETHER) {
            compared.accept(from, streams.size());
            findings.addAll(together(streams.subList(from, Math.min(from + TOGETHER, streams.size()))));
        }
        return orPassed(findings, ledger, streams.size());
    }

    /** Of how much how much is done. */
    public interface LongBinaryConsumer {
        void accept(long done, long total);
    }

    /** Compares the rows of these streams; a difference each, or one finding that there is none. */
    public List<Finding> check(Set<String> streams) {
        List<Finding> findings = new ArrayList<>();
        for (String stream : streams) {
            findings.addAll(checkOrSay(stream));
        }
        return orPassed(findings, LedgerStore.PLATFORM, streams.size());
    }

    private static List<Finding> orPassed(List<Finding> findings, String ledger, int streams) {
        return findings.isEmpty()
                ? List.of(Finding.about(
                        Outcome.PASSED,
                        Check.ADDED,
                        ledger,
                        "read models",
                        streams + " streams give the rows that are shown"))
                : findings;
    }

    private List<String> streams(String ledger) {
        return strings("select distinct stream from ledger.entry where ledger = ? order by stream", ledger);
    }

    private List<Finding> orphans(String ledger) {
        try (Connection connection = dataSource.getConnection()) {
            List<Finding> findings = new ArrayList<>();
            for (ReadTable table : ReadTable.all(connection)) {
                for (ReadTable.Difference orphan : table.orphans(connection, ledger)) {
                    findings.add(new Finding(
                            Outcome.FAILED,
                            Check.ADDED,
                            ledger,
                            OptionalLong.of(orphan.entry()),
                            Optional.empty(),
                            OptionalLong.empty(),
                            Optional.empty(),
                            "read." + table.name() + " (" + orphan.key() + ")",
                            "the row shown names entry " + orphan.entry() + ", which the ledger does not have"));
                }
            }
            return findings;
        } catch (SQLException e) {
            throw new ProjectionException("the rows of " + ledger + " cannot be compared", e);
        }
    }

    /** The streams that come after those of the last time, by name; after the last of them from the first again. */
    private Set<String> next() {
        List<String> streams = strings(
                "select distinct stream from ledger.entry where stream > ? order by stream limit " + AT_ONCE, last);
        if (!streams.isEmpty()) {
            last = streams.getLast();
        }
        if (streams.size() < AT_ONCE) {
            last = "";
        }
        return new LinkedHashSet<>(streams);
    }

    private List<String> strings(String sql, String parameter) {
        List<String> strings = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    strings.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new ProjectionException("the streams of the log cannot be listed", e);
        }
        return strings;
    }

    /** Many at once, for speed; where one cannot be replayed, each by itself, so that the others are compared all the same. */
    private List<Finding> together(List<String> streams) {
        try {
            return compare(streams);
        } catch (RuntimeException e) {
            return streams.stream()
                    .flatMap(stream -> checkOrSay(stream).stream())
                    .toList();
        }
    }

    /** A stream that cannot be replayed is the verifier's to explain; here its rows are not checked. */
    private List<Finding> checkOrSay(String stream) {
        try {
            return compare(List.of(stream));
        } catch (RuntimeException e) {
            return List.of(Finding.about(
                    Outcome.NOT_CHECKED,
                    Check.ADDED,
                    LedgerStore.PLATFORM,
                    "read models of " + stream,
                    "the stream cannot be replayed: " + e.getMessage()));
        }
    }

    /** @param streams of one ledger */
    private List<Finding> compare(List<String> streams) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return compare(streams, connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ProjectionException("the rows of " + streams + " cannot be compared", e);
        }
    }

    private List<Finding> compare(List<String> streams, Connection connection) throws SQLException {
        List<ReadTable> tables = ReadTable.all(connection);
        Place place = place(streams, ReadTable.progress(connection));
        if (place.streams().isEmpty()) {
            return List.of();
        }
        for (ReadTable table : tables) {
            table.createEmptyCopy(connection);
        }
        for (String stream : streams) {
            project(stream, place, connection);
        }
        List<Finding> findings = new ArrayList<>();
        for (ReadTable table : tables) {
            for (ReadTable.Difference difference : table.differences(
                    connection, place.ledger(), place.streams().keySet())) {
                String stream = place.streams().getOrDefault(difference.entry(), "");
                findings.add(finding(stream, place.ledger(), table, difference));
            }
        }
        return findings;
    }

    private void project(String stream, Place place, Connection connection) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (Stream<? extends DomainEventMessage<?>> logged =
                events.readEvents(stream).asStream()) {
            logged.map(LoggedEvent::of)
                    .filter(event -> place.streams().containsKey(event.leafIndex()))
                    .forEach(event -> changes.addAll(projections.changes(event)));
        }
        new ChangeWriter(connection, FRESH).write(changes);
    }

    /** @param streams by the leaf indexes of their entries that have been projected */
    private record Place(String ledger, Map<Long, String> streams) {}

    private Place place(List<String> streams, long projected) {
        Map<Long, String> entries = new HashMap<>();
        String ledger = LedgerStore.PLATFORM;
        for (String stream : streams) {
            try (Stream<StoredEntry> stored = ledgers.readStream(stream, 0)) {
                for (StoredEntry entry : (Iterable<StoredEntry>) stored::iterator) {
                    ledger = entry.ledger();
                    if (entry.position() <= projected) {
                        entries.put(entry.leafIndex(), stream);
                    }
                }
            }
        }
        return new Place(ledger, entries);
    }

    private static Finding finding(String stream, String ledger, ReadTable table, ReadTable.Difference difference) {
        return new Finding(
                Outcome.FAILED,
                Check.ADDED,
                ledger,
                OptionalLong.of(difference.entry()),
                Optional.of(stream),
                OptionalLong.empty(),
                Optional.empty(),
                "read." + table.name() + " (" + difference.key() + ")",
                difference.shown()
                        ? "the row shown is not what entry " + difference.entry() + " gives"
                        : "entry " + difference.entry() + " gives a row that is missing or was altered");
    }
}
