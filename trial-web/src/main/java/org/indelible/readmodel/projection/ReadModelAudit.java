package org.indelible.readmodel.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** Compares the rows of these streams; a difference each, or one finding that there is none. */
    public List<Finding> check(Set<String> streams) {
        List<Finding> findings = new ArrayList<>();
        for (String stream : streams) {
            findings.addAll(checkOrSay(stream));
        }
        return findings.isEmpty()
                ? List.of(Finding.about(
                        Outcome.PASSED,
                        Check.ADDED,
                        LedgerStore.PLATFORM,
                        "read models",
                        streams.size() + " streams give the rows that are shown"))
                : findings;
    }

    /** The streams that come after those of the last time, by name; after the last of them from the first again. */
    private Set<String> next() {
        Set<String> streams = new LinkedHashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select distinct stream from ledger.entry where stream > ? order by stream limit ?")) {
            select.setString(1, last);
            select.setInt(2, AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    streams.add(rows.getString(1));
                    last = rows.getString(1);
                }
            }
        } catch (SQLException e) {
            throw new ProjectionException("the streams of the log cannot be listed", e);
        }
        if (streams.size() < AT_ONCE) {
            last = "";
        }
        return streams;
    }

    /** A stream that cannot be replayed is the verifier's to explain; here its rows are not checked. */
    private List<Finding> checkOrSay(String stream) {
        try {
            return check(stream);
        } catch (RuntimeException e) {
            return List.of(Finding.about(
                    Outcome.NOT_CHECKED,
                    Check.ADDED,
                    LedgerStore.PLATFORM,
                    "read models of " + stream,
                    "the stream cannot be replayed: " + e.getMessage()));
        }
    }

    private List<Finding> check(String stream) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return check(stream, connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ProjectionException("the rows of " + stream + " cannot be compared", e);
        }
    }

    private List<Finding> check(String stream, Connection connection) throws SQLException {
        List<ReadTable> tables = ReadTable.all(connection);
        Place place = place(stream, ReadTable.progress(connection));
        if (place.entries().isEmpty()) {
            return List.of();
        }
        for (ReadTable table : tables) {
            table.createEmptyCopy(connection);
        }
        List<Change> changes = new ArrayList<>();
        try (Stream<? extends DomainEventMessage<?>> logged =
                events.readEvents(stream).asStream()) {
            logged.map(LoggedEvent::of)
                    .filter(event -> place.entries().contains(event.leafIndex()))
                    .forEach(event -> changes.addAll(projections.changes(event)));
        }
        new ChangeWriter(connection, FRESH).write(changes);
        List<Finding> findings = new ArrayList<>();
        for (ReadTable table : tables) {
            for (ReadTable.Difference difference : table.differences(connection, place.ledger(), place.entries())) {
                findings.add(finding(stream, place.ledger(), table, difference));
            }
        }
        return findings;
    }

    /** @param entries leaf indexes of the stream's entries that have been projected */
    private record Place(String ledger, Set<Long> entries) {}

    private Place place(String stream, long projected) {
        Set<Long> entries = new HashSet<>();
        String ledger = LedgerStore.PLATFORM;
        try (Stream<StoredEntry> stored = ledgers.readStream(stream, 0)) {
            for (StoredEntry entry : (Iterable<StoredEntry>) stored::iterator) {
                ledger = entry.ledger();
                if (entry.position() <= projected) {
                    entries.add(entry.leafIndex());
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
